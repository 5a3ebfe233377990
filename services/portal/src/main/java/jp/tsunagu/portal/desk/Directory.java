package jp.tsunagu.portal.desk;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import jp.tsunagu.portal.desk.form.Command;
import jp.tsunagu.portal.desk.form.Form;
import jp.tsunagu.portal.desk.view.HistoryView;
import jp.tsunagu.portal.desk.view.OrganisationView;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;
import tools.jackson.databind.JsonNode;

/** What the pages about organisations ask of the directory, and what they send there. */
@Component
class Directory {
  static final String SERVICE = "directory";
  static final String API = "/api/organisations";

  private final Calls calls;
  private final DirectoryView known;

  Directory(Calls calls, DirectoryView known) {
    this.calls = calls;
    this.known = known;
  }

  /** @throws Problem 503 if the directory cannot be asked now */
  List<OrganisationView> all(DeskUser user) {
    return calls.read(user, SERVICE, API).orElseThrow(Directory::away).path("organisations").valueStream().map(OrganisationView::of)
        .toList();
  }

  /** @throws Problem 404 if there is none, 503 if the directory cannot be asked now */
  OrganisationView one(DeskUser user, String organisation) {
    return read(user, organisation).map(OrganisationView::of)
        .orElseThrow(() -> known.organisation(organisation).isPresent() ? away() : Problem.notFound());
  }

  private Optional<JsonNode> read(DeskUser user, String organisation) {
    return calls.read(user, SERVICE, Command.path(API, organisation));
  }

  /** @param before the version it goes on before; null for the newest. Empty if the directory cannot be asked now */
  Optional<HistoryView> history(DeskUser user, String organisation, @Nullable Long before) {
    String path = Command.path(API, organisation, "history") + (before == null ? "" : "?before=" + before);
    return calls.read(user, SERVICE, path).map(HistoryView::of);
  }

  Calls.Answer send(DeskUser user, Command command, Form form) {
    return calls.command(user, command, form.key());
  }

  /** Of what the directory would refuse there is no page. */
  static void only(boolean offered) {
    if (!offered) throw Problem.forbidden("not-yours", "This is for the organisation's manager or an administrator.");
  }

  /**
   * The version a form may be sent over. That of the whole organisation says of every absence of any colleague that something has
   * changed; so a form whose own matter is as it was drawn goes over the newest.
   */
  static long expected(Form form, String mark, OrganisationView now) {
    return expected(form, mark, now.version());
  }

  static long expected(Form form, String mark, long newest) {
    String drawn = form.value("version");
    if (form.value("mark").equals(mark)) return newest;
    return drawn.matches("\\d{1,18}") ? Long.parseLong(drawn) : 0;
  }

  static Problem away() {
    return Problem.unavailable("service-unavailable", "The directory is away.");
  }
}
