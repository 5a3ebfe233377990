package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * 変更履歴 as a page tells it, the newest first.
 *
 * @param before where the page before goes on; null for the end
 */
public record HistoryView(List<Line> lines, @Nullable Long before) {
  private static final int GLANCE = 5;

  /** @param subject the worker it was about, or of the network the type of partners or the language; empty for the organisation itself */
  public record Line(Instant at, String organisation, String worker, String what, String subject, List<Changed> changes) {}

  /** What stood in a field and what stands there since. */
  public record Changed(String field, List<String> before, List<String> after) {
    public String told(List<String> values, OrganisationView of, Words words) {
      if (values.isEmpty()) return words.say(AnswerTimesView.URGENCIES.contains(field) ? "answer-times.usual" : "history.nothing");
      return values.stream().map(value -> told(value, of, words)).collect(Collectors.joining(" / "));
    }

    /** Of the network: whether a type is offered, or words as they stand. */
    public String told(List<String> values, Words words) {
      if (values.isEmpty()) return words.say("history.nothing");
      if (field.equals("offered")) return words.say(values.contains("true") ? "yes" : "no");
      return String.join(" / ", values);
    }

    private String told(String value, OrganisationView of, Words words) {
      return switch (field) {
        case "partnerType" -> words.partnerType(value);
        case "roles" -> words.code("role", value);
        case "deputy", "manager" -> of.called(value, words);
        case "anonymousOnly", "acceptsReferrals", "addressPublic", "onHolidays" -> words.say(value.equals("true") ? "yes" : "no");
        case "closed", "from", "to" -> words.day(LocalDate.parse(value));
        case "EMERGENCY", "URGENT", "NORMAL" -> AnswerTimesView.Time.told(value, words);
        case "week" -> week(value.split(" ", -1), words);
        default -> value;
      };
    }

    private static String week(String[] day, Words words) {
      return day.length == 3 ? words.code("weekday", day[0]) + " " + day[1] + "–" + day[2] : String.join(" ", day);
    }
  }

  public static HistoryView of(JsonNode told) {
    List<Line> lines = told.path("items").valueStream().map(HistoryView::line).toList();
    return new HistoryView(lines, told.has("before") ? told.path("before").asLong(0) : null);
  }

  /** For the organisation's own page. */
  public List<Line> glance() {
    return lines.subList(0, Math.min(GLANCE, lines.size()));
  }

  private static Line line(JsonNode told) {
    return new Line(Instant.parse(OrganisationView.text(told, "at")), OrganisationView.text(told.path("by"), "organisation"),
        OrganisationView.text(told.path("by"), "worker"), OrganisationView.text(told, "what"),
        OrganisationView.text(told, told.has("subject") ? "subject" : "worker"),
        told.path("changes").valueStream().map(c -> new Changed(OrganisationView.text(c, "field"), OrganisationView.texts(c, "before"),
            OrganisationView.texts(c, "after"))).toList());
  }
}
