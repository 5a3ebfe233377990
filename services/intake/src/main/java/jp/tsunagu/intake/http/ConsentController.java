package jp.tsunagu.intake.http;

import jp.tsunagu.journal.FreeText;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Consent;
import jp.tsunagu.intake.Language;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.ArraySchema;

/** 本人同意 and 同意の撤回. */
@RestController
@RequestMapping("/api/cases/{caseId}/consents")
class ConsentController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final CaseAccess access;
  private final DirectoryView directory;

  ConsentController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, CaseAccess access, DirectoryView directory) {
    this.caseFiles = caseFiles;
    this.access = access;
    this.directory = directory;
  }

  /** {@code {recipient, purpose, items: [NAME …], how, givenOn, language, givenBy: PERSON|GUARDIAN, guardian: place among the guardians}} */
  record ConsentForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String recipient,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String purpose,
      @ArraySchema(arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED), schema = @Schema(implementation = ConsentItem.class)) @Nullable List<@Nullable String> items,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Consent.How.class) @Nullable String how,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "date") @Nullable String givenOn, @Nullable String language,
      @Nullable String givenBy, @Nullable Integer guardian) {
    Consent read(String consentId) {
      var fields = new Fields();
      String to = fields.required("recipient", recipient, r -> r);
      FreeText why = fields.required("purpose", purpose, OwnWords::of);
      List<ConsentItem> what = items(fields);
      Consent.How given = fields.required("how", how, Fields.code(Consent.How.class));
      LocalDate on = fields.required("givenOn", givenOn, PersonForm::date);
      Language in = fields.optional("language", language, Language::new);
      GivenBy by = fields.optional("givenBy", givenBy, Fields.code(GivenBy.class));
      if (by == GivenBy.GUARDIAN && guardian == null) fields.note("guardian", "required", "must be given");
      if (by != GivenBy.GUARDIAN && guardian != null) fields.note("guardian", "not-by-a-guardian", "only where a guardian agreed");
      if (to == null || why == null || what == null || given == null || on == null) throw fields.problem();
      var told = EnumSet.noneOf(ConsentItem.class);
      told.addAll(what);
      return fields
          .orProblem(fields.whole("", () -> new Consent(consentId, to, why, told, given, on, in == null ? Language.JAPANESE : in)));
    }

    private @Nullable List<ConsentItem> items(Fields fields) {
      List<@Nullable String> typed = items == null ? List.of() : items;
      return fields.each(typed, i -> fields.required("items[" + i + "]", typed.get(i), Fields.code(ConsentItem.class)));
    }

    @Override
    public String toString() {
      return "ConsentForm[…]";
    }
  }

  enum GivenBy {
    PERSON, GUARDIAN
  }

  record Given(String consentId, long version) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Records that the person agreed that an organisation learns some items; the holder's matter")
  ResponseEntity<Given> give(@PathVariable String caseId, @RequestBody ConsentForm form, Act act) {
    Consent consent = form.read(act.newId("k"));
    boolean active = directory.organisation(consent.recipient()).filter(DirectoryMessage.Organisation::active).isPresent();
    var command = new CaseFileCommand.GiveConsent(consent, active, access.standing(act.caller(), caseId), act.by(), act.at(),
        form.guardian());
    return Answers.created(handle(caseId, command, act), done -> new Given(consent.consentId(), done.version()));
  }

  @PostMapping("/{consentId}/withdrawal")
  @Operation(summary = "Records that the person took a consent back; from now on the recipient sees nothing by it")
  ResponseEntity<Answers.Version> withdraw(@PathVariable String caseId, @PathVariable String consentId,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    var command = new CaseFileCommand.WithdrawConsent(consentId, access.standing(act.caller(), caseId), act.by(), act.at());
    return Answers.ok(handle(caseId, command, act));
  }

  private Outcome<CaseFileEvent, CaseFile> handle(String caseId, CaseFileCommand command, Act act) {
    return act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
  }
}
