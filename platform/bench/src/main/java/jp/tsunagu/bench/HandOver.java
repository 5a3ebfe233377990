package jp.tsunagu.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** One person handed over: opened and consented before the clock runs, proposed and answered while it does. */
record HandOver(Door door, String from, String to, String caseId, String consentId) {
  private static final long PATIENCE = 30_000_000_000L;

  static HandOver prepare(Door door, String from, String to) {
    String caseId = door.post(from, "/api/cases",
        Map.of("person", Map.of("pseudonym", "見本"), "worries", List.of(Map.of("kind", "JOB_SEARCH", "main", true)),
            "story", "計測", "wishes", "計測", "channel", "WALK_IN", "urgency", "NORMAL"),
        201).path("caseId").asString();
    String consentId = door.post(from, "/api/cases/" + caseId + "/consents",
        Map.of("recipient", to, "purpose", "計測", "items", List.of("NAME", "SUMMARY"), "how", "WRITTEN", "givenOn",
            LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(), "language", "ja"),
        201).path("consentId").asString();
    return new HandOver(door, from, to, caseId, consentId);
  }

  /** Between one and the next of these organisations, round and round. */
  static List<HandOver> prepare(Door door, List<String> organisations, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prepare(door, organisations.get(i % organisations.size()), organisations.get((i + 1) % organisations.size())))
        .toList();
  }

  /** From the proposal until the sender sees who holds. */
  void close() {
    String referralId = propose();
    awaitInRecipientsWork();
    accept(referralId);
    awaitHolderForSender();
  }

  /** Closes the cases and acknowledges what the two were told of them: their lists are as long as before. */
  static void end(List<HandOver> all) {
    all.parallelStream().forEach(handOver -> handOver.door.post(handOver.to, "/api/cases/" + handOver.caseId + "/closure",
        Map.of("reason", "SUSPENDED", "agreedBy", "REVIEW", "reviewer", handOver.to + "-2"), 200));
    all.parallelStream().forEach(HandOver::acknowledge);
  }

  private void acknowledge() {
    for (String told : List.of(from, to))
      for (JsonNode notice : door.get(told, "/api/notices?caseId=" + caseId).path("items"))
        door.post(told, "/api/notices/" + notice.path("noticeId").asString() + "/acknowledgement", Map.of(), 200);
  }

  /** Returns the referral's id. */
  String propose() {
    return door
        .post(from, "/api/cases/" + caseId + "/referrals",
            Map.of("toOrganisation", to, "toWorker", to + "-1", "need", "JOB_SEARCH", "reason", "計測",
                "summary", "計測のための概要", "urgency", "NORMAL", "basis", Map.of("kind", "CONSENT", "consentId", consentId)),
            201)
        .path("referralId").asString();
  }

  /**
   * The sender's next page waits for what the sender did, so it is asked once and not watched; what it shows, the recipient's
   * list shows. Looking at it again and again would be most of the load.
   */
  void awaitInRecipientsWork() {
    door.get(from, "/api/cases/" + caseId + "/ledger");
    await(this::inRecipientsWork);
  }

  private boolean inRecipientsWork() {
    JsonNode items = door.get(to, "/api/worklist").path("items");
    return StreamSupport.stream(items.spliterator(), false).anyMatch(i -> i.path("caseId").asString("").equals(caseId));
  }

  private static void await(BooleanSupplier seen) {
    long end = System.nanoTime() + PATIENCE;
    while (!seen.getAsBoolean()) {
      if (System.nanoTime() > end) throw new IllegalStateException("it was not seen in time");
      LockSupport.parkNanos(3_000_000);
    }
  }

  void accept(String referralId) {
    door.post(to, "/api/cases/" + caseId + "/referrals/" + referralId + "/acceptance", Map.of("worker", to + "-1"), 200);
  }

  void awaitHolderForSender() {
    door.get(to, "/api/cases/" + caseId + "/ledger");
    await(() -> door.get(from, "/api/cases/" + caseId + "/ledger").path("holder").path("organisation").asString("").equals(to));
  }
}
