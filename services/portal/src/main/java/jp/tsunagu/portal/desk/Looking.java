package jp.tsunagu.portal.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.opentelemetry.context.Context;
import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.view.Admissions;
import jp.tsunagu.portal.desk.view.CallView;
import jp.tsunagu.portal.desk.view.Links;
import jp.tsunagu.portal.desk.view.Person;
import jp.tsunagu.portal.desk.view.ReportView;
import jp.tsunagu.portal.desk.view.Texts;
import jp.tsunagu.portal.session.DeskUser;

import tools.jackson.databind.JsonNode;

/** Asks the services that keep names and texts, when somebody looks and only then; each of them may be away. */
@Component
class Looking {
  /** So many intake names at once. */
  static final int MOST_NAMES = 200;

  private final Calls calls;
  private final Executor threads = Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor()); // of the page's trace

  Looking(Calls calls) {
    this.calls = calls;
  }

  /** What the case page shows beside the ledger. */
  record Seen(Person person, Admissions admissions, Texts texts) {}

  /** What another desk heard from somebody who then brought a code; empty for most cases. */
  Optional<CallView> call(DeskUser user, String caseId) {
    return calls.read(user, "intake", Command.of(caseId, "call")).map(CallView::of);
  }

  List<ReportView> reports(DeskUser user, String caseId) {
    return calls.read(user, "intake", Command.of(caseId, "abuse-reports")).map(ReportView::all).orElse(List.of());
  }

  Person person(DeskUser user, String caseId) {
    return Person.of(file(user, caseId));
  }

  Seen whole(DeskUser user, String caseId) {
    var texts = CompletableFuture.supplyAsync(() -> texts(user, caseId), threads);
    var told = file(user, caseId);
    return new Seen(Person.of(told), Admissions.of(told), texts.join());
  }

  private Optional<JsonNode> file(DeskUser user, String caseId) {
    return calls.read(user, "intake", Command.of(caseId));
  }

  /** Who only looks in is told of no texts by their services, so those are not asked: it would read like an outage. */
  Texts texts(DeskUser user, String caseId) {
    if (!user.caller().supportsPeople()) return Texts.NONE;
    var checkIns = CompletableFuture.supplyAsync(() -> calls.read(user, "follow-up", Command.of(caseId, "check-ins")), threads);
    return Texts.of(calls.read(user, "referral", Command.of(caseId, "referrals")), checkIns.join());
  }

  Links links(DeskUser user, String caseId) {
    return Links.of(calls.read(user, "intake", Command.of(caseId, "links")));
  }

  /** Names for a list: case id → name; those that may not be told are left out. */
  Map<String, String> names(DeskUser user, List<String> caseIds) {
    return caseIds.isEmpty() ? Map.of() : labels(user, caseIds).orElse(Map.of());
  }

  /** The same for a page that says so where nobody can be asked. */
  void name(List<String> caseIds, DeskUser user, Model model) {
    Optional<Map<String, String>> labels = caseIds.isEmpty() ? Optional.of(Map.of()) : labels(user, caseIds);
    model.addAttribute("names", labels.orElse(Map.of()));
    model.addAttribute("nameless", labels.isEmpty());
  }

  private Optional<Map<String, String>> labels(DeskUser user, List<String> caseIds) {
    return calls.ask(user, "intake", "/api/cases/names", Map.of("caseIds", caseIds)).map(body -> {
      Map<String, String> names = new LinkedHashMap<>();
      body.path("items").forEach(i -> names.put(i.path("caseId").asString(""), i.path("label").asString("")));
      return names;
    });
  }

  /** The cases a name, its kana or a telephone number may mean; empty when nobody can be asked. */
  Optional<List<String>> found(DeskUser user, String text) {
    return calls.ask(user, "intake", "/api/cases/search", Map.of("q", text))
        .map(body -> body.path("items").valueStream().map(i -> i.path("caseId").asString("")).toList());
  }
}
