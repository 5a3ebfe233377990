package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** What was written in the referrals of a case, as the referral service tells it to this worker: referral id → texts. */
public record Texts(boolean there, Map<String, List<Text>> byReferral) {
  private static final List<String> PARTS = List.of("reason", "summary", "question", "answer", "declineNote", "note", "returnReason",
      "waitlistNote",
      "withdrawalReason", "outcomeNote");

  /** @param name for {@code text.<name>} */
  public record Text(String name, String text) {}

  public static Texts of(Optional<JsonNode> answer) {
    Map<String, List<Text>> all = new LinkedHashMap<>();
    answer.ifPresent(body -> body.path("items").forEach(r -> all.put(r.path("referralId").asString(""), texts(r))));
    return new Texts(answer.isPresent(), all);
  }

  public List<Text> of(String referralId) {
    return byReferral.getOrDefault(referralId, List.of());
  }

  private static List<Text> texts(JsonNode referral) {
    List<Text> texts = new ArrayList<>();
    PARTS.stream().filter(part -> !referral.path(part).asString("").isBlank())
        .forEach(part -> texts.add(new Text(part, referral.path(part).asString(""))));
    return texts;
  }

  @Override
  public String toString() {
    return "Texts[…]";
  }
}
