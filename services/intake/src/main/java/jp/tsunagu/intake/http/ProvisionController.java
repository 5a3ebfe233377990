package jp.tsunagu.intake.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Provision;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Table;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.runtime.vault.Seals;

/** 第三者提供の記録 (Act on the Protection of Personal Information, article 29), for the organisations on either side. */
@RestController
class ProvisionController {
  private static final List<String> COLUMNS = List.of("日時", "提供元", "担当者", "提供先", "提供先の担当者", "根拠", "項目", "同意日", "撤回");

  private final CaseAccess access;
  private final AccessLog log;
  private final Seals seals;

  ProvisionController(CaseAccess access, AccessLog log, Seals seals) {
    this.access = access;
    this.log = log;
    this.seals = seals;
  }

  record Items(List<Item> items) {}

  /**
   * @param items     what was told
   * @param givenOn   when the person agreed; null for every other basis
   * @param purpose   of the consent; null for every other basis, and for whoever was told once and is told nothing any more
   * @param withdrawn whether the consent has been taken back since
   */
  record Item(Instant at, Party from, String toOrganisation, @Nullable String toWorker, Provision.Ground basis,
      Collection<ConsentItem> items,
      @Nullable String consentId, @Nullable LocalDate givenOn, @Nullable String purpose, boolean withdrawn) {

    static Item of(Provision p, CaseFile.@Nullable Given given, @Nullable String purpose) {
      return given == null
          ? new Item(p.at(), p.from(), p.toOrganisation(), p.toWorker(), p.basis(), p.items(), p.consentId(), null, null, false)
          : new Item(p.at(), p.from(), p.toOrganisation(), p.toWorker(), p.basis(), given.consent().items(), p.consentId(),
              given.consent().givenOn(), purpose, !given.stands());
    }

    List<String> row() {
      return List.of(Table.time(at), from.organisation(), from.worker(), toOrganisation, toWorker == null ? "" : toWorker,
          basis.name(), items.stream().map(ConsentItem::name).sorted().collect(Collectors.joining(" ")),
          givenOn == null ? "" : givenOn.toString(), withdrawn ? "WITHDRAWN" : "");
    }

    @Override
    public String toString() {
      return "Item[…]";
    }
  }

  @GetMapping("/api/cases/{caseId}/provisions")
  @Operation(summary = "What was told of the person to whom, when and on what basis, oldest first; the holder reads all of it, others what they told or were told")
  Items read(@PathVariable String caseId, Act act) {
    return new Items(items(seen(caseId, act), act));
  }

  @GetMapping("/api/cases/{caseId}/provisions.csv")
  @Operation(summary = "The same as a table")
  ResponseEntity<String> table(@PathVariable String caseId, Act act) {
    CaseAccess.Seen seen = seen(caseId, act);
    var table = new Table(COLUMNS, items(seen, act).stream().map(Item::row).toList());
    boolean hidden = seen.disclosure().file().person().addressHidden();
    return (hidden ? table.marked("注意", "住所秘匿") : table).download("provisions.csv");
  }

  private CaseAccess.Seen seen(String caseId, Act act) {
    CaseAccess.Seen seen = access.look(act.caller(), caseId).orElseThrow(Problem::notFound);
    if (seen.standing() == Standing.STRANGER) throw Problem.forbidden("not-a-side", "The organisations on either side read this record.");
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, List.of("provisions"))));
    return seen;
  }

  /** Article 29 binds whoever told, also after the case has gone on, and article 30 whoever was told. */
  private List<Item> items(CaseAccess.Seen seen, Act act) {
    CaseFile.Opened file = seen.disclosure().file();
    Seal seal = seals.of(file.opening().caseId());
    String own = act.caller().organisation();
    boolean holds = seen.standing() == Standing.HOLDER;
    return access.provisions(file).stream().filter(p -> holds || p.between(own)).map(p -> {
      CaseFile.Given given = p.consentId() == null ? null : file.consents().get(p.consentId());
      if (given == null) return Item.of(p.seenBy(own), null, null);
      boolean words = holds || p.from().organisation().equals(own) || seen.disclosure().readsPurposeOf(given);
      return Item.of(p.seenBy(own), given, words ? seal.read(given.consent().purpose()) : null);
    }).toList();
  }
}
