package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** What was written in the referrals of a case, as the referral service tells it to this worker: referral id → texts. */
public record Texts(boolean there, Map<String, List<Text>> byReferral) {
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
    for (String part : List.of("reason", "summary")) add(texts, part, referral.path(part).asString(""));
    referral.path("said").forEach(said -> add(texts, said.path("what").asString(""), said.path("text").asString("")));
    return texts;
  }

  private static void add(List<Text> texts, String name, String text) {
    if (!text.isBlank()) texts.add(new Text(name, text));
  }

  @Override
  public String toString() {
    return "Texts[…]";
  }
}
