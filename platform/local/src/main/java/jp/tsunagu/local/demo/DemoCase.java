package jp.tsunagu.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One case as it is made, act by act; the n-th act of a case has the same key in every seeding. */
final class DemoCase {
  static final String DESK = "org05";
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Door door;
  private final String key;
  private final Instant now;
  private final String path;
  private int acts;

  DemoCase(Door door, String key, Instant now, Map<String, ?> opening) {
    this.door = door;
    this.key = key;
    this.now = now;
    this.path = "/api/cases/" + act(DESK, "/api/cases", opening, "caseId");
  }

  /** A referral by the holder on the person's consent. */
  Referral refer(String to, String need, String urgency) {
    String consent = act(DESK, path + "/consents",
        Map.of("recipient", to, "purpose", "相談を引き継ぐため", "items", List.of("NAME", "CONTACT", "WORRIES", "SUMMARY"),
            "how", "READ_ALOUD", "givenOn", "2026-04-01", "language", "ja"),
        "consentId");
    return refer(to, need, urgency, Map.of("kind", "CONSENT", "consentId", consent), Map.of());
  }

  /** A referral that a support meeting decided; nobody asked the person in writing. */
  Referral referAfterMeeting(String to, String need, String urgency) {
    act(DESK, path + "/support-meetings",
        Map.of("heldOn", "2026-04-01", "members", List.of(Map.of("organisation", to, "worker", to + "-1")), "items",
            List.of("NAME", "CONTACT", "WORRIES", "SUMMARY"), "reason", "支援会議で確認しました（デモ）"));
    return refer(to, need, urgency, Map.of("kind", "SUPPORT_MEETING", "reason", "支援会議で確認しました（デモ）"), Map.of());
  }

  /** To be answered so soon that it will be overdue while somebody looks around. */
  Referral referUrgently(String to, String need) {
    String answerBy = now.plus(Duration.ofMinutes(2)).toString();
    return refer(to, need, "EMERGENCY", Map.of("kind", "LIFE_BODY", "reason", "生命・身体の保護のため（デモ）"), Map.of("answerBy", answerBy));
  }

  private Referral refer(String to, String need, String urgency, Map<String, ?> basis, Map<String, ?> more) {
    var body = new HashMap<String, Object>(
        Map.of("toOrganisation", to, "toWorker", to + "-1", "need", need, "urgency", urgency, "basis", basis,
            "reason", "より詳しい支援が必要です（デモ）", "summary", "これまでの経過の要約（デモ）"));
    body.putAll(more);
    return new Referral(to, path + "/referrals/" + act(DESK, path + "/referrals", body, "referralId"));
  }

  DemoCase endSupport(String holder, int... months) {
    var checkIns = Arrays.stream(months).mapToObj(m -> Map.of("dueOn", today().plusMonths(m).toString(), "worker", holder + "-1")).toList();
    act(holder, path + "/support-end", Map.of("outcome", "GOT_HELP", "next", Map.of("checkIns", checkIns)));
    return this;
  }

  DemoCase close(String reason) {
    act(DESK, path + "/closure", Map.of("reason", reason, "agreedBy", "PERSON"));
    return this;
  }

  DemoCase suspend() {
    act(DESK, path + "/closure", Map.of("reason", "SUSPENDED", "agreedBy", "REVIEW", "reviewer", DESK + "-2"));
    return this;
  }

  DemoCase reopen() {
    act(DESK, path + "/reopening", Map.of("reason", "本人から再び連絡がありました（デモ）"));
    return this;
  }

  private void act(String organisation, String to, Map<String, ?> body) {
    door.post(organisation, "demo-" + key + "-" + ++acts, to, body);
  }

  private String act(String organisation, String to, Map<String, ?> body, String id) {
    return door.post(organisation, "demo-" + key + "-" + ++acts, to, body).at("/" + id).asString();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, JAPAN);
  }

  /** One referral of this case; the receiving side acts as its first worker. */
  final class Referral {
    private final String to;
    private final String path;

    Referral(String to, String path) {
      this.to = to;
      this.path = path;
    }

    Referral ask() {
      return by(to, "question", Map.of("question", "通院の状況を教えてください（デモ）"));
    }

    Referral waitlist() {
      return by(to, "waitlist", Map.of("reviewOn", today().plusMonths(1).toString()));
    }

    Referral accept() {
      return by(to, "acceptance", Map.of("worker", to + "-1"));
    }

    Referral decline(String reason, String betterPlace) {
      return by(to, "decline", Map.of("reason", reason, "note", "今は受け入れが難しい状況です（デモ）", "suggestion", Map.of("organisation", betterPlace)));
    }

    Referral withdraw() {
      return by(DESK, "withdrawal", Map.of("reason", "本人の希望が変わりました（デモ）"));
    }

    Referral meet() {
      return by(to, "first-contact", Map.of("at", now.toString(), "how", "OFFICE"));
    }

    Referral complete() {
      return by(to, "completion", Map.of("outcome", "GOT_HELP", "note", "支援の目標に届きました（デモ）"));
    }

    Referral giveBack() {
      return by(to, "return", Map.of("reason", "状況が変わり、もとの窓口での支援が合いそうです（デモ）"));
    }

    Referral takeBack() {
      return by(DESK, "acceptance", Map.of("worker", DESK + "-1"));
    }

    private Referral by(String organisation, String verb, Map<String, ?> body) {
      act(organisation, path + "/" + verb, body);
      return this;
    }
  }
}
