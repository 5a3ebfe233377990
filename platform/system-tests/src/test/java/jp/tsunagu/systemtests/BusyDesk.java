package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.on;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/** Opens cases and refers them on, one after the other, until the system is gone in the middle of something. */
final class BusyDesk implements Runnable {
  private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo")).toString();
  private static final Map<String, ?> OPENING = Map.of("person", Map.of("pseudonym", "さくら（仮名）"), "worries",
      List.of(Map.of("kind", "JOB_SEARCH", "main", true)), "channel", "PHONE", "urgency", "NORMAL");
  private static final Map<String, ?> CONSENT = Map.of("recipient", "org15", "purpose", "相談を引き継ぐため", "items", List.of("NAME"), "how",
      "WRITTEN", "givenOn", TODAY, "language", "ja");

  private final String name;
  private final Door door;
  private final List<Posted> posted = new CopyOnWriteArrayList<>();

  BusyDesk(String name, Door door) {
    this.name = name;
    this.door = door;
  }

  List<Posted> posted() {
    return posted;
  }

  @Override
  public void run() {
    for (int i = 0;; i++) {
      String key = name + "-" + i;
      Answer opened = post(key + "-open", "/api/cases", OPENING);
      if (opened == null) return;
      String path = "/api/cases/" + opened.id("caseId");
      Answer agreed = post(key + "-consent", path + "/consents", CONSENT);
      if (agreed == null || post(key + "-refer", path + "/referrals", referral(agreed.id("consentId"))) == null) return;
    }
  }

  private static Map<String, ?> referral(String consentId) {
    return Map.of("toOrganisation", "org15", "toWorker", "org15-1", "need", "JOB_SEARCH", "urgency", "NORMAL", "basis", on(consentId),
        "reason",
        "続けて支援が必要（架空）", "summary", "経過の要約（架空）");
  }

  private @Nullable Answer post(String key, String path, Map<String, ?> body) {
    Answer answer = answered(key, path, body);
    posted.add(new Posted(key, path, body, answer));
    return answer;
  }

  /** Null if there was none: sent or not, carried out or not, that is what has to be found out afterwards. */
  private @Nullable Answer answered(String key, String path, Map<String, ?> body) {
    try {
      Answer answer = door.send("POST", path, key, body);
      return answer.status() == 503 ? null : answer.done();
    } catch (AssertionError e) {
      if (e.getCause() instanceof IOException) return null;
      throw e;
    }
  }
}
