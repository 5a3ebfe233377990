package jp.tsunagu.portal.desk;

import static jp.tsunagu.portal.desk.form.Command.of;
import static jp.tsunagu.portal.desk.form.Command.post;

import java.util.List;

/** What can be done to one consent. */
final class ConsentDeeds {
  private ConsentDeeds() {}

  static List<Deed> all() {
    return List.of(
        Deed.of("acknowledgement",
            (place, form) -> post("referral", of(place.caseId(), "consents", place.thing(), "acknowledgement"), form.body())),
        Deed.of("consent-withdrawal",
            (place, form) -> post("intake", of(place.caseId(), "consents", place.thing(), "withdrawal"), form.body())));
  }
}
