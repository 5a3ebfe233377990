package jp.tsunagu.intake.http;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.intake.sight.Foresight;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.vault.Seals;

/** 内容を確かめる: what another organisation would see, before it is asked. A look like every other, and logged like it. */
@RestController
class ForesightController {
  private final CaseAccess access;
  private final Foresight foresight;
  private final AccessLog log;
  private final Seals seals;

  ForesightController(CaseAccess access, Foresight foresight, AccessLog log, Seals seals) {
    this.access = access;
    this.foresight = foresight;
    this.log = log;
    this.seals = seals;
  }

  /** The same fields as in the proposal itself, those that decide who sees what. */
  record Question(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String toOrganisation, @Nullable String toWorker,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable BasisForm basis) {
    Foresight.Intended read(Act act) {
      var fields = new Fields();
      String to = fields.required("toOrganisation", toOrganisation, Question::named);
      BasisForm on = fields.required("basis", basis, b -> b);
      BasisKind kind = on == null ? null : fields.required("basis.kind", on.kind(), Fields.code(BasisKind.class));
      List<ConsentItem> told = on == null ? null : on.told(fields);
      if (to == null || on == null || kind == null || told == null) throw fields.problem();
      String worker = toWorker == null || toWorker.isBlank() ? null : toWorker;
      return fields.orProblem(new Foresight.Intended(act.newId("r"), to, worker, new Participants.Asked(kind, told)));
    }

    private static String named(String organisation) {
      if (organisation.isBlank()) throw new InvalidValue("blank", "an organisation");
      return organisation;
    }
  }

  /** @param items what is told, for every kind but consent, which names them itself; left out, it is what it takes to act */
  record BasisForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = BasisKind.class) @Nullable String kind,
      @Nullable String consentId, @Nullable String reason,
      @ArraySchema(schema = @Schema(implementation = ConsentItem.class)) @Nullable List<@Nullable String> items) {
    @Nullable
    List<ConsentItem> told(Fields fields) {
      List<@Nullable String> typed = items;
      if (typed == null) return List.copyOf(ConsentItem.TO_ACT);
      return fields.each(typed, i -> fields.required("basis.items[" + i + "]", typed.get(i), Fields.code(ConsentItem.class)));
    }

    @Override
    public String toString() {
      return "BasisForm[…]";
    }
  }

  /** @param told what the other side would see, also where it is not the caller's to see and so absent from {@code seen} */
  record Foreseen(Collection<ConsentItem> told, CaseBody seen) {
    @Override
    public String toString() {
      return "Foreseen[…]";
    }
  }

  @PostMapping("/api/cases/{caseId}/preview")
  @Operation(summary = "The case as an organisation would see it if it were asked to take it on, as far as the caller may see that; changes nothing. The holder's matter")
  Foreseen foresee(@PathVariable String caseId, @RequestBody Question question, Act act) {
    CaseAccess.Seen own = access.held(act.caller(), caseId);
    Foresight.Foreseen foreseen = foresight.of(own, question.read(act));
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, foreseen.shown().disclosure().fields())));
    return new Foreseen(foreseen.told(), CaseBody.of(foreseen.shown(), seals.of(caseId)));
  }
}
