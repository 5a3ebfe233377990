package jp.tsunagu.systemtests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case as one desk sees it and acts on it. */
record Matter(Desk desk, String id) {
  /** The same case, seen from another desk. */
  Matter at(Desk other) {
    return new Matter(other, id);
  }

  Answer act(String name, Map<String, ?> body) {
    return desk.post(path() + "/" + name, body);
  }

  String path() {
    return "/api/cases/" + id;
  }

  Ledger ledger() {
    return new Ledger(desk.get(path() + "/ledger").done().body());
  }

  /** The person agrees that an organisation learns about them, for one purpose. */
  String consent(String recipient, String purpose) {
    return act("consents", Map.of("recipient", recipient, "purpose", purpose, "items", List.of("NAME", "CONTACT", "WORRIES", "SUMMARY"),
        "how", "WRITTEN", "givenOn", desk.today().toString(), "language", "ja")).id("consentId");
  }

  /** By name, on a consent. */
  Answer propose(String toWorker, Map<String, ?> basis) {
    return act("referrals", Map.of("toOrganisation", organisationOf(toWorker), "toWorker", toWorker, "need", "TROUBLE_AT_WORK", "urgency",
        "NORMAL", "basis", basis, "reason", "上司が怖く、出勤できない日がある（架空）", "summary", "就職後3か月。就労支援を受けて就職した（架空）"));
  }

  /** By name, with a new consent for that organisation. */
  Handover refer(String toWorker) {
    return new Handover(this, propose(toWorker, on(consent(organisationOf(toWorker), "相談を引き継ぐため"))).id("referralId"));
  }

  Handover handover(String referralId) {
    return new Handover(this, referralId);
  }

  static Map<String, ?> on(String consentId) {
    return Map.of("kind", "CONSENT", "consentId", consentId);
  }

  Answer endSupport(Map<String, ?> next) {
    return act("support-end", Map.of("outcome", "GOT_HELP", "next", next));
  }

  static Map<String, ?> checkIns(String worker, LocalDate... days) {
    return Map.of("checkIns", Arrays.stream(days).map(day -> Map.of("dueOn", day.toString(), "worker", worker)).toList());
  }

  Answer recordCheckIn(String checkInId, boolean reached, String note) {
    return act("check-ins/" + checkInId + "/result", Map.of("reached", reached, "note", note));
  }

  /** @param agreement e.g. {@code agreedBy}, {@code reviewer} */
  Answer close(String reason, Map<String, ?> agreement) {
    var body = new HashMap<String, Object>(agreement);
    body.put("reason", reason);
    return act("closure", body);
  }

  private static String organisationOf(String worker) {
    return worker.substring(0, worker.indexOf('-'));
  }
}
