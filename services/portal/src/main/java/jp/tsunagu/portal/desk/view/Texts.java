package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** What was written on a case's referrals and check-ins, as their services tell it to this worker: id → texts. */
public record Texts(boolean there, boolean checkInsThere, Map<String, List<Text>> byThing) {
  /** @param name for {@code text.<name>} */
  public record Text(String name, String text) {}

  /** For somebody whom they do not concern. */
  public static final Texts NONE = new Texts(true, true, Map.of());

  public static Texts of(Optional<JsonNode> referrals, Optional<JsonNode> checkIns) {
    Map<String, List<Text>> all = new LinkedHashMap<>();
    referrals.ifPresent(body -> body.path("items").forEach(r -> all.put(r.path("referralId").asString(""), texts(r))));
    checkIns.ifPresent(body -> body.path("items").forEach(c -> all.put(c.path("checkInId").asString(""), found(c))));
    return new Texts(referrals.isPresent(), checkIns.isPresent(), all);
  }

  public List<Text> of(String referralOrCheckIn) {
    return byThing.getOrDefault(referralOrCheckIn, List.of());
  }

  private static List<Text> found(JsonNode checkIn) {
    List<Text> texts = new ArrayList<>();
    add(texts, "how", checkIn.path("how").asString(""));
    add(texts, "found", checkIn.path("found").path("note").asString(""));
    return texts;
  }

  private static List<Text> texts(JsonNode referral) {
    List<Text> texts = new ArrayList<>();
    add(texts, "basis", referral.path("basis").path("reason").asString(""));
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
