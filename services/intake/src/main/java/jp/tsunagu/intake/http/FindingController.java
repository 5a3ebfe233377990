package jp.tsunagu.intake.http;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.BlindIndex;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Person;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.intake.sight.Candidates;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;

/** Names for lists, and cases for names: both only of people whose name the caller may see. */
@RestController
class FindingController {
  private static final int MOST_NAMES = 200;
  /** A list may show a proposal before we heard of it; more than a few such at once are no coincidence. */
  private static final int ASKED_FOR = 20;
  private static final int MOST_FOUND = 50;
  private static final int MOST_ASKED = 500;
  private static final int LONGEST = 200;

  private final CaseAccess access;
  private final AccessLog log;
  private final BlindIndex index;
  private final Candidates candidates;

  FindingController(CaseAccess access, AccessLog log, BlindIndex index, Candidates candidates) {
    this.access = access;
    this.log = log;
    this.index = index;
    this.candidates = candidates;
  }

  record Wanted(@ArraySchema(maxItems = MOST_NAMES) @Nullable List<@Nullable String> caseIds) {}

  /**
   * @param label         a name, a pseudonym or 匿名
   * @param addressHidden 住所秘匿; absent otherwise
   */
  record Labelled(String caseId, String label, @Nullable Boolean addressHidden) {
    static Labelled of(Disclosure d) {
      return new Labelled(d.caseId(), d.label().orElse(""), d.file().person().addressHidden() ? true : null);
    }
  }

  record Items(List<Labelled> items) {}

  @PostMapping("/api/cases/names")
  @Operation(summary = "Names for up to 200 cases of a list; those whose name the caller may not see are left out")
  Items names(@RequestBody Wanted wanted, Act act) {
    Set<String> ids = given(wanted.caseIds(), MOST_NAMES);
    return labelled(access.glance(act.caller(), ids, ASKED_FOR).toList(), AccessLog.Why.LABEL, act);
  }

  /** @param q a name, its kana or a telephone number */
  record Query(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = LONGEST) @Nullable String q) {
    @Override
    public String toString() {
      return "Query[…]";
    }
  }

  /** In a body, since an address is written down on its way. */
  @PostMapping("/api/cases/search")
  @Operation(summary = "Cases by name, kana or telephone number, whole words only, among those the caller may see")
  Items search(@RequestBody Query query, Act act) {
    String q = query.q();
    if (q == null) throw Problem.invalid("q", "required", "must be given");
    if (q.length() > LONGEST) throw Problem.invalid("q", "too-long", "at most " + LONGEST + " characters");
    Set<String> asked = index.asked(q);
    var found = access.glance(act.caller(), candidates.having(asked), 0)
        .filter(d -> !Collections.disjoint(d.findableBy(index), asked)).limit(MOST_FOUND).toList();
    return labelled(found, AccessLog.Why.SEARCH, act);
  }

  /** @param caseIds of a list that is to be narrowed, at most 500 */
  record Troubled(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Worry worry,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(maxItems = MOST_ASKED) @Nullable List<@Nullable String> caseIds) {
  }

  record CaseIds(List<String> caseIds) {}

  /** Only among cases that are named: all there are would have to be looked through otherwise, whoever asks. */
  @PostMapping("/api/cases/worries")
  @Operation(summary = "Of up to 500 cases those with this worry; those whose worries the caller may not see are left out")
  CaseIds worries(@RequestBody Troubled asked, Act act) {
    Worry worry = asked.worry();
    if (worry == null) throw Problem.invalid("worry", "required", "must be given");
    var troubled = candidates.troubled(worry, given(asked.caseIds(), MOST_ASKED));
    List<String> shown = access.glance(act.caller(), troubled, 0).filter(d -> d.shows(ConsentItem.WORRIES))
        .filter(d -> d.file().opening().worries().kinds().contains(worry)).map(Disclosure::caseId).toList();
    log.add(act, AccessLog.Why.SEARCH, shown.stream().map(caseId -> new AccessLog.Look(caseId, List.of("worries"))).toList());
    return new CaseIds(shown);
  }

  private static Set<String> given(@Nullable List<@Nullable String> ids, int most) {
    if (ids == null) throw Problem.invalid("caseIds", "required", "must be given");
    if (ids.size() > most) throw Problem.invalid("caseIds", "too-many", "at most " + most + " at once");
    if (ids.contains(null)) throw Problem.invalid("caseIds[" + ids.indexOf(null) + "]", "required", "must be given");
    return new LinkedHashSet<>(ids);
  }

  private Items labelled(List<Disclosure> shown, AccessLog.Why why, Act act) {
    var named = shown.stream().filter(d -> d.shows(ConsentItem.NAME)).toList();
    log.add(act, why, named.stream()
        .map(d -> new AccessLog.Look(d.caseId(), d.person() instanceof Person.Anonymous ? List.of() : List.of("name"))).toList());
    return new Items(named.stream().map(Labelled::of).toList());
  }
}
