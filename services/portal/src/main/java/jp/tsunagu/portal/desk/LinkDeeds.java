package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.List;

/** What can be done about other cases of the same person. */
final class LinkDeeds {
  private LinkDeeds() {}

  static List<Deed> onCase() {
    return List.of(Deed.of("link", (p, f) -> post("intake", of(p.caseId(), "links"), f.body("caseId"))),
        Deed.of("connection-request", (p, f) -> post("intake", of(p.caseId(), "connection-request"), f.body())));
  }

  static List<Deed> onLinks() {
    return List.of(Deed.of("link-removal", (p, f) -> post("intake", of(p.caseId(), "links", p.thing(), "removal"), f.body("reason"))));
  }
}
