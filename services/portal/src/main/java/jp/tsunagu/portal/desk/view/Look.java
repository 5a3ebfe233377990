package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * One line of 閲覧記録.
 *
 * @param why    READ, LABEL, SEARCH or CHANGE
 * @param fields of the person, or {@code words} for what was written on referrals
 */
public record Look(Instant at, String organisation, String worker, String why, List<String> fields) {
  public Look {
    fields = List.copyOf(fields);
  }

  public static Look atPerson(JsonNode entry) {
    List<String> fields = new ArrayList<>();
    entry.path("fields").forEach(f -> fields.add(f.asString("")));
    return of(entry, fields);
  }

  public static Look atWords(JsonNode entry) {
    return of(entry, List.of("words"));
  }

  private static Look of(JsonNode entry, List<String> fields) {
    return new Look(Instant.parse(entry.path("at").asString("")), entry.path("organisation").asString(""),
        entry.path("worker").asString(""),
        entry.path("why").asString(""), fields);
  }
}
