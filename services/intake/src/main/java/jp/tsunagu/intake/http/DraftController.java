package jp.tsunagu.intake.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.intake.drafts.Draft;
import jp.tsunagu.intake.drafts.Drafts;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** 書きかけ: everybody's own, and nobody else's. */
@RestController
@RequestMapping("/api/drafts")
class DraftController {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int FIELDS = 300;
  private static final int NAME = 100;
  private static final int TEXT = 20_000;

  private final Drafts drafts;
  private final CaseAccess access;

  DraftController(Drafts drafts, CaseAccess access) {
    this.drafts = drafts;
    this.access = access;
  }

  /**
   * @param fields what stands in each input, by its name
   * @param caseId of the case that is to be referred; absent for one that is to be opened
   */
  record Typed(@Nullable Map<String, List<String>> fields, @Nullable String caseId) {
    Map<String, List<String>> read() {
      if (fields == null) throw Problem.malformed("fields", "required", "What stands in the form has to be given.");
      if (fields.size() > FIELDS) throw Problem.malformed("fields", "too-many", "A form has no more than " + FIELDS + " inputs.");
      fields.forEach(Typed::check);
      return fields;
    }

    private static void check(String name, @Nullable List<@Nullable String> values) {
      if (name.length() > NAME || values == null || values.size() > NAME || values.stream().anyMatch(v -> v == null || v.length() > TEXT))
        throw Problem.malformed("fields", "too-long", "An input is a list of texts of at most " + TEXT + " characters.");
    }

    @Override
    public String toString() {
      return "Typed[…]";
    }
  }

  record All(List<Draft.Title> items) {}

  @GetMapping
  @Operation(summary = "My forms that I have not sent yet, the latest first, without what is in them")
  All mine(Caller caller) {
    return new All(drafts.of(caller.worker()).stream().filter(title -> goesOn(caller, title.caseId())).toList());
  }

  @GetMapping("/{draftId}")
  @Operation(summary = "One form that I have not sent yet")
  Draft one(@PathVariable String draftId, Caller caller) {
    return drafts.find(caller.worker(), id(draftId)).filter(draft -> goesOn(caller, draft.caseId())).orElseThrow(Problem::notFound);
  }

  @PutMapping("/{draftId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Keeps what stands in a form that opens a case, or refers one the caller holds; for two weeks after it was last changed")
  void keep(@PathVariable String draftId, @RequestBody Typed typed, Act act) {
    if (!act.caller().supportsPeople()) throw Problem.forbidden("not-a-caseworker", "Only those who support people open cases.");
    if (!goesOn(act.caller(), typed.caseId())) throw Problem.notFound();
    drafts.keep(act.by(), new Draft(id(draftId), typed.caseId(), act.at(), typed.read()));
  }

  @DeleteMapping("/{draftId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Gives a form up, or says that it was sent; nobody can read it any more")
  void giveUp(@PathVariable String draftId, Act act) {
    drafts.giveUp(act.by().worker(), id(draftId), act.at());
  }

  /** Only who may refer a case reads what was typed to refer it, the writer too. */
  private boolean goesOn(Caller caller, @Nullable String caseId) {
    return caseId == null || access.standing(caller, caseId) == Standing.HOLDER;
  }

  private static String id(String draftId) {
    if (!ID.matcher(draftId).matches()) throw Problem.notFound();
    return draftId;
  }
}
