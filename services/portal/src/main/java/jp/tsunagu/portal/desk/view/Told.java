package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * One line of 第三者提供の記録.
 *
 * @param givenOn when the person agreed; null for every other basis
 */
public record Told(Instant at, String fromOrganisation, String fromWorker, String toOrganisation, String toWorker, String basis,
    List<String> items, @Nullable LocalDate givenOn, String purpose, boolean withdrawn) {
  public static Told of(JsonNode i) {
    List<String> items = new ArrayList<>();
    i.path("items").forEach(item -> items.add(item.asString("")));
    String agreed = i.path("givenOn").asString("");
    return new Told(Instant.parse(i.path("at").asString("")), i.path("from").path("organisation").asString(""),
        i.path("from").path("worker").asString(""), i.path("toOrganisation").asString(""), i.path("toWorker").asString(""),
        i.path("basis").asString(""), List.copyOf(items), agreed.isEmpty() ? null : LocalDate.parse(agreed),
        i.path("purpose").asString(""), i.path("withdrawn").asBoolean(false));
  }

  public List<String> row(Words words) {
    return List.of(words.day(at) + " " + words.time(at), words.who(toOrganisation, toWorker.isEmpty() ? null : toWorker),
        items.stream().map(i -> words.code("item", i)).collect(Collectors.joining(" ")),
        words.code("basis", basis) + (givenOn == null ? "" : " " + words.day(givenOn))
            + (withdrawn ? " " + words.say("consent.withdrawn") : ""),
        purpose, words.who(fromOrganisation, fromWorker));
  }

  @Override
  public String toString() {
    return "Told[…]";
  }
}
