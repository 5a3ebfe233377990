package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.portal.finding.CaseFinding;
import jp.tsunagu.portal.finding.Wanted;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;

/** What a list shows for what was typed. A name is looked for only where it came in a body; from an address it is not even read. */
@Component
class ListedCases {
  private static final String PRESET = "show";
  private static final Answer AWAY = new Answer(CaseFinding.Page.NONE, List.of(), true);

  private final CaseFinding finding;
  private final Looking looking;
  private final DirectoryView directory;

  ListedCases(CaseFinding finding, Looking looking, DirectoryView directory) {
    this.finding = finding;
    this.looking = looking;
    this.directory = directory;
  }

  /**
   * @param show  the tab that was asked for; empty where anything was typed
   * @param asked without what may be a name
   * @param name  what may be a name; empty if nothing was typed
   */
  record Question(String show, Asked asked, String name, Form form) {
    static Question inAddress(MultiValueMap<String, String> typed) {
      var asked = new Asked(typed.toSingleValueMap());
      String code = asked.given().getOrDefault(Asked.CODE, "");
      var safe = Asked.isCode(code) ? asked : asked.without(Asked.CODE);
      return new Question(safe.nothing() ? typed.toSingleValueMap().getOrDefault(PRESET, "ours") : "", safe, "", Form.fresh(safe.given()));
    }

    static Question inBody(MultiValueMap<String, String> typed) {
      var asked = new Asked(typed.toSingleValueMap());
      String q = asked.given().getOrDefault(Asked.CODE, "");
      boolean name = !q.isEmpty() && !Asked.isCode(q);
      return new Question("", name ? asked.without(Asked.CODE) : asked, name ? q : "", Form.typed(typed));
    }

    /** Where the same list is, unless it was asked for with a name. */
    public String address(String path) {
      return asked.nothing() ? path + "?" + PRESET + "=" + (show.isEmpty() ? "all" : show) : asked.address(path);
    }
  }

  /** @param away whether what was asked for could not be asked of the service that knows it */
  record Answer(CaseFinding.Page page, List<Problem.FieldError> wrong, boolean away) {}

  Answer find(DeskUser user, Question question, @Nullable Mark after, int limit) {
    Wanted wanted = (question.show().isEmpty() ? question.asked() : preset(question.show(), user)).read(directory);
    if (!wanted.wrong().isEmpty()) return new Answer(CaseFinding.Page.NONE, wanted.wrong(), false);
    try {
      Optional<Wanted> named = question.name().isEmpty() ? Optional.of(wanted) : looking.found(user, question.name()).map(wanted::among);
      return named.map(w -> new Answer(finding.page(user.caller(), user.token(), w, after, limit), List.of(), false)).orElse(AWAY);
    } catch (Problem away) {
      if (!away.status().is5xxServerError()) throw away;
      return AWAY;
    }
  }

  /** What the tabs that everybody has ask for. */
  static Asked preset(String show, DeskUser user) {
    return new Asked(switch (show) {
      case "ours" -> Map.of("state", "OPEN", "holder", user.caller().organisation());
      case "closed" -> Map.of("state", "CLOSED");
      case "all" -> Map.of();
      default -> Map.of("state", "OPEN");
    });
  }

  /** For a page, which says so where nobody can be asked. */
  void name(List<Ledger> cases, DeskUser user, Model model) {
    looking.name(cases.stream().map(Ledger::caseId).toList(), user, model);
  }

  /** Names by case id; those that may not be told are missing. */
  Map<String, String> names(DeskUser user, List<Ledger> cases) {
    var names = new LinkedHashMap<String, String>();
    List<String> ids = cases.stream().map(Ledger::caseId).toList();
    for (int from = 0; from < ids.size(); from += Looking.MOST_NAMES)
      names.putAll(looking.names(user, ids.subList(from, Math.min(ids.size(), from + Looking.MOST_NAMES))));
    return names;
  }
}
