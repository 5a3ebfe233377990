package jp.tsunagu.portal.desk;

import org.springframework.web.util.UriComponentsBuilder;

import jp.tsunagu.portal.desk.form.Form;
import tools.jackson.databind.JsonNode;

/** What goes on while the person still sits there: the case was opened, then consent is asked for, then they are referred. */
final class Sitting {
  private static final String GOES_ON = "sitting";

  private Sitting() {}

  /**
   * Where a deed leads that was done.
   *
   * @param done what the service answered
   */
  static String after(Deed deed, String caseId, Form form, JsonNode done) {
    var to = UriComponentsBuilder.fromPath("/cases").pathSegment(caseId);
    if (deed != CaseDeeds.CONSENT || form.value(GOES_ON).isEmpty()) return to.encode().toUriString();
    return to.pathSegment(CaseDeeds.REFERRAL.name()).queryParam(GOES_ON, "on").queryParam("toOrganisation", form.value("recipient"))
        .queryParam("basis.consentId", done.path("consentId").asString("")).encode().toUriString();
  }
}
