package jp.tsunagu.portal.desk.view;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.ledger.Happening;

/** The timeline as sentences, day by day. */
public final class Story {
  /** What kind of code a type carries, so that it can be said in words. */
  private static final Map<String, String> CODES = Map.ofEntries(Map.entry("intake.case-opened", "urgency"),
      Map.entry("intake.person-recorded", "recorded"), Map.entry("intake.case-linked", "case"), Map.entry("intake.case-unlinked", "case"),
      Map.entry("intake.connection-noted", "connection"),
      Map.entry("referral.proposed", "worry"),
      Map.entry("referral.declined", "decline"), Map.entry("referral.connected", "contact"), Map.entry("referral.completed", "outcome"),
      Map.entry("referral.support-ended", "outcome"), Map.entry("referral.case-closed", "closing"),
      Map.entry("follow-up.deadline-passed", "step"),
      Map.entry("follow-up.deadline-escalated", "rung"), Map.entry("follow-up.deadline-acknowledged", "heard"),
      Map.entry("follow-up.check-in-recorded", "outcome"),
      Map.entry("notification.notice-acknowledged", "notice"), Map.entry("notification.notice-bounced", "bounce"));

  private Story() {}

  public record Day(LocalDate date, List<Sentence> sentences) {}

  /**
   * @param time H:mm
   * @param kind family of the type, e.g. {@code referral}; the last part of the type for the mark beside it
   */
  public record Sentence(String time, String kind, String text) {}

  public static List<Day> of(List<Happening> timeline, Words words) {
    List<Day> days = new ArrayList<>();
    for (Happening h : timeline) {
      LocalDate date = Days.day(h.at());
      if (days.isEmpty() || !days.getLast().date().equals(date)) days.add(new Day(date, new ArrayList<>()));
      days.getLast().sentences().add(new Sentence(Days.time(h.at()), mark(h.type()), text(h, words)));
    }
    return days;
  }

  private static String mark(String type) {
    if (type.contains("deadline") || type.contains("abuse-reported") || type.contains("bounced") || type.contains("declined")
        || type.contains("not-reached") || type.contains("attempted"))
      return "alert";
    if (type.contains("custody") || type.contains("accepted") || type.contains("connected") || type.contains("reopened")) return "hand";
    return "plain";
  }

  private static String text(Happening h, Words words) {
    String told = sentence(h, words);
    return h.stage() == null ? told : told + words.say("story.stage", words.code("stage", h.stage()));
  }

  private static String sentence(Happening h, Words words) {
    boolean toSomebody = h.toOrganisation() != null;
    String key = "story." + h.type() + (toSomebody ? ".to" : "");
    return words.say(key, words.who(h.organisation(), h.worker()), toSomebody ? words.who(h.toOrganisation(), h.toWorker()) : "",
        code(h, words),
        h.dueAt() == null ? "" : words.due(h.dueAt()));
  }

  private static String code(Happening h, Words words) {
    if (h.code() == null) return "";
    String kind = CODES.get(h.type());
    if (kind != null) return words.code(kind, h.code());
    try {
      return words.day(LocalDate.parse(h.code()));
    } catch (DateTimeParseException notADay) {
      return h.code();
    }
  }
}
