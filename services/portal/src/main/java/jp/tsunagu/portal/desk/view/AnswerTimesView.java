package jp.tsunagu.portal.desk.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * Within what time an organisation answers proposals.
 *
 * @param set by urgency, where it is not the usual time
 */
public record AnswerTimesView(Map<String, Time> set) {
  public static final List<String> URGENCIES = List.of("EMERGENCY", "URGENT", "NORMAL");
  private static final Pattern WRITTEN = Pattern.compile("([0-9]+)(h|d|bd|oh)");

  /** @param unit h, d, bd or oh, as the directory writes them */
  public record Time(String amount, String unit) {
    static Optional<Time> of(String written) {
      Matcher parts = WRITTEN.matcher(written);
      return parts.matches() ? Optional.of(new Time(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** What cannot be read is shown as it is written. */
    static String told(String written, Words words) {
      return of(written).map(time -> time.in(words)).orElse(written);
    }

    String in(Words words) {
      return words.say("answer-times.in." + unit, amount);
    }
  }

  static AnswerTimesView of(JsonNode times) {
    Map<String, Time> set = new LinkedHashMap<>();
    for (String urgency : URGENCIES) Time.of(OrganisationView.text(times, urgency)).ifPresent(time -> set.put(urgency, time));
    return new AnswerTimesView(set);
  }

  /** For a page, which goes through all of them. */
  public List<String> urgencies() {
    return URGENCIES;
  }

  public String told(String urgency, Words words) {
    return Optional.ofNullable(set.get(urgency)).map(time -> time.in(words)).orElseGet(() -> words.say("answer-times.usual"));
  }
}
