package jp.tsunagu.portal.desk.view;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/**
 * 匿名の電話 as a page shows it.
 *
 * @param at        null for what another desk's call brought: when that was is not told
 * @param code      NONE, OPEN, USED or EXPIRED; empty for what a call brought
 * @param told      codes of what the caller was told
 * @param to        organisations that were named to them
 */
public record CallView(String callId, @Nullable Instant at, String worker, String category, String timeBand, List<String> told,
    List<String> to, String note, String code, @Nullable Instant codeExpiresAt) {

  /** @param groups of four digits, to be read one by one */
  public record Code(List<String> groups, Instant expiresAt) {
    public static Code of(JsonNode given) {
      return new Code(List.of(given.path("code").asString("").split(" ", -1)), Instant.parse(given.path("expiresAt").asString("")));
    }

    /** As it is read aloud: 1 2 3 4. */
    public String spelled(String group) {
      return group.replaceAll("(?<=.)(?=.)", " ");
    }

    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  public static CallView of(JsonNode call) {
    List<String> all = call.path("information").valueStream().map(i -> i.asString("")).toList();
    return new CallView(text(call, "callId"), instant(call, "at"), text(call, "worker"), text(call, "category"), text(call, "timeBand"),
        all.stream().filter(CallView::code).toList(), all.stream().filter(i -> !code(i)).toList(), text(call, "note"), text(call, "code"),
        instant(call, "codeExpiresAt"));
  }

  /** When somebody telephones now. */
  public static String bandOf(Instant now) {
    int hour = now.atZone(OfficeCalendar.JAPAN).getHour();
    if (hour >= 22 || hour < 5) return "NIGHT";
    return hour < 12 ? "MORNING" : hour < 17 ? "AFTERNOON" : "EVENING";
  }

  /** Codes are written in capitals, ids of organisations are not. */
  private static boolean code(String information) {
    return information.matches("[A-Z_]+");
  }

  private static @Nullable Instant instant(JsonNode node, String name) {
    return node.hasNonNull(name) ? Instant.parse(node.path(name).asString("")) : null;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  @Override
  public String toString() {
    return "CallView[…]";
  }
}
