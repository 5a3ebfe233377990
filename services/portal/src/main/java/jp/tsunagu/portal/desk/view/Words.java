package jp.tsunagu.portal.desk.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import jp.tsunagu.portal.board.Counted;
import jp.tsunagu.portal.desk.form.Form;

/** Everything a page says, in the language of the one who reads it, at one moment. */
public final class Words {
  private final MessageSource messages;
  private final Locale locale;
  private final Names names;
  private final Instant now;

  public Words(MessageSource messages, Locale locale, Names names, Instant now) {
    this.messages = messages;
    this.locale = locale;
    this.names = names;
    this.now = now;
  }

  public Names names() {
    return names;
  }

  public Instant now() {
    return now;
  }

  /** The same words at another time. */
  public Words at(Instant then) {
    return new Words(messages, locale, names, then);
  }

  public LocalDate today() {
    return Days.day(now);
  }

  public String say(String key, @Nullable Object... arguments) {
    return messages.getMessage(key, arguments, key, locale) instanceof String said ? said : key;
  }

  /** A code in words: {@code say("urgency", URGENT)} is 至急. A code without words is shown as it is. */
  public String code(String kind, @Nullable Object code) {
    if (code == null) return "";
    return messages.getMessage(kind + "." + code, null, String.valueOf(code), locale) instanceof String said ? said : String.valueOf(code);
  }

  /** A count, also one that is too small to be told. */
  public String few(@Nullable Long count) {
    return count == null ? say("board.few.count") : say("count", count);
  }

  /** A figure of the board, and the code it is broken down to. */
  public String counted(Counted what, String code) {
    String figure = code("counted", what.name());
    if (code.isEmpty()) return figure;
    return say("board.part", figure, switch (what) {
      case OPENED -> code("channel", code);
      case CLOSED -> code("closing", code);
      case COMPLETED -> code("outcome", code);
      case DECLINED -> code("decline", code);
      case PROPOSED, ACCEPTED, CONNECTED, WITHDRAWN, RETURNED, NOT_REACHED, WAITING, WAITING_NOW, LATE_NOW, PLANNED, RECORDED, REACHED ->
        organisation(code);
    });
  }

  /** What is known of a person, said as people say it. */
  public String fact(String name, String value) {
    return switch (name) {
      case "birthDate" -> Days.full(LocalDate.parse(value), locale);
      case "ageBand" -> code("age", value);
      case "gender", "language" -> code(name, value);
      case "contactThrough" -> say("contact.only-through", organisation(value));
      case "addressHidden" -> say("address-hidden.fact");
      default -> value;
    };
  }

  public String day(LocalDate day) {
    return Days.full(day, locale);
  }

  public String time(Instant at) {
    return Days.time(at);
  }

  public String day(Instant at) {
    return Days.full(Days.day(at), locale);
  }

  /** Until when something has to be done. */
  public String due(Instant dueAt) {
    return until(dueAt, Days.full(Days.lastDay(dueAt), locale));
  }

  /** The same without the year. */
  public String dueSoon(Instant dueAt) {
    return until(dueAt, Days.brief(Days.lastDay(dueAt), locale));
  }

  private String until(Instant dueAt, String day) {
    return Days.wholeDay(dueAt) ? say("due.day", day) : day + " " + Days.time(dueAt);
  }

  public String brief(Instant at) {
    return Days.brief(Days.day(at), locale);
  }

  /** Without the year, for dates near now. */
  public String near(LocalDate day) {
    return Days.brief(day, locale);
  }

  public String left(Instant dueAt) {
    Days.Left left = Days.left(dueAt, now);
    return say(left.message(), left.count());
  }

  public boolean late(Instant dueAt) {
    return dueAt.isBefore(now);
  }

  /** For how long something has lasted. */
  public String lasting(Instant from, @Nullable Instant to) {
    Days.Left gap = Days.left(from, to == null ? now : to);
    return gap.count() == 0 ? say("lasting.moment") : say("lasting." + gap.unit(), gap.count());
  }

  /** How long something takes, or took. */
  public String took(Duration time) {
    return lasting(now.minus(time), now);
  }

  /** The same to the second, while that says something. */
  public String age(long seconds) {
    return seconds < 60 ? say("lasting.seconds", seconds) : lasting(now.minusSeconds(seconds), null);
  }

  public String organisation(@Nullable String id) {
    return names.organisation(id);
  }

  public String worker(@Nullable String id) {
    return names.worker(id);
  }

  public String partnerType(String id) {
    return names.partnerType(id).map(this::partnerType).orElse(id);
  }

  public String partnerType(NetworkView.Type type) {
    return locale.getLanguage().equals("ja") ? type.nameJa() : type.nameEn();
  }

  /** A language as the reader calls it. */
  public String language(String tag) {
    return called(tag, locale);
  }

  /** As its speakers call it. */
  public String ownLanguage(String tag) {
    return called(tag, Locale.forLanguageTag(tag));
  }

  /** The easy form of Japanese is none of the world's languages. */
  private String called(String tag, Locale by) {
    if (tag.equals("ja-x-easy")) return say(by.equals(locale) ? "language.ja-x-easy" : "paper.aloud.easy");
    return Locale.forLanguageTag(tag).getDisplayName(by);
  }

  /** The organisation, and the worker where one is named. */
  public String who(@Nullable String organisation, @Nullable String worker) {
    if (organisation == null) return say("who.nobody");
    if (organisation.equals("tsunagu")) return say("who.system"); // a service of its own accord
    return worker == null ? names.organisation(organisation) : say("who", names.organisation(organisation), names.worker(worker));
  }

  public String wrong(Form.Wrong wrong) {
    return refusal(wrong.code(), wrong.detail());
  }

  public String refusal(Form.Refusal refusal) {
    return refusal(refusal.code(), refusal.detail());
  }

  private String refusal(String code, String detail) {
    return messages.getMessage("refusal." + code, null, detail.isBlank() ? code : detail, locale) instanceof String said ? said : code;
  }

  /** A case id short enough to read out on the telephone. */
  public String code(String caseId) {
    return caseId.length() > 9 ? caseId.substring(0, 9) : caseId;
  }
}
