package jp.tsunagu.portal.gateway;

import static org.springframework.web.servlet.function.RequestPredicates.POST;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.servlet.function.RequestPredicate;

/** Which service owns which path; what is not named here is the portal's own or does not exist. */
final class Owners {
  private static final String CASE = "/api/cases/{caseId}";

  private Owners() {}

  static Map<String, RequestPredicate> paths() {
    Map<String, RequestPredicate> owners = new LinkedHashMap<>();
    owners.put("referral",
        any(CASE + "/referrals/**", CASE + "/consents/{consentId}/acknowledgement", CASE + "/support-end", CASE + "/closure",
            CASE + "/reopening", CASE + "/assignment", "/api/deadlines/**"));
    owners.put("follow-up", any(CASE + "/check-ins/**", CASE + "/deadlines/**"));
    owners.put("intake",
        POST("/api/cases").or(any(CASE, CASE + "/person/**", CASE + "/access-log", CASE + "/access-log.csv", CASE + "/consents/**",
            CASE + "/preview", CASE + "/provisions", CASE + "/provisions.csv", CASE + "/support-meetings/**", CASE + "/barred-workers/**",
            CASE + "/break-glass",
            CASE + "/abuse-reports/**", CASE + "/call", "/api/calls/**", "/api/hand-over-codes/redemption", "/api/drafts/**",

            CASE + "/links/**", CASE + "/connection-request", "/api/persons/**", "/api/connections/**")));
    owners.put("notification", any("/api/notices/**", "/seen/**"));
    owners.put("directory", any("/api/organisations/**", "/api/network/**"));
    owners.put("identity", any("/oauth2/**", "/login/**", "/webauthn/**", "/.well-known/**", "/userinfo", "/connect/**"));
    return owners;
  }

  private static RequestPredicate any(String first, String... more) {
    RequestPredicate all = path(first);
    for (String one : more) all = all.or(path(one));
    return all;
  }
}
