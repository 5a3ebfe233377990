package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Matter.on;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/** Opens cases and refers them on, one after the other, until the system is gone in the middle of something. */
final class BusyDesk implements Runnable {
  private static final Map<String, ?> OPENING = Map.of("person", Map.of("pseudonym", "さくら（仮名）"), "worries",
      List.of(Map.of("kind", "JOB_SEARCH", "main", true)), "channel", "PHONE", "urgency", "NORMAL");
  private static final Map<String, ?> CONSENT = Map.of("recipient", "org15", "purpose", "相談を引き継ぐため", "items", List.of("NAME"), "how",
      "WRITTEN", "givenOn", "2026-04-01", "language", "ja");

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
    Answer answer = null;
    try {
      answer = door.send("POST", path, key, body).done();
    } catch (AssertionError gone) {
      // Sent or not, carried out or not: that is what has to be found out afterwards.
    }
    posted.add(new Posted(key, path, body, answer));
    return answer;
  }
}
