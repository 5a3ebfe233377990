package jp.tsunagu.portal.calendar;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;

import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.http.Ids;

/**
 * Dates as an iCalendar document (RFC 5545): the steps of a work list, or a visit together. The name of an entry depends on its kind
 * alone, and its id does not lead back to a case.
 *
 * @param desk where everything else is seen after logging in
 */
public record Dates(MessageSource messages, URI desk) {
  public static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration VISIT = Duration.ofHours(1);
  private static final String TOGETHER = "ACCOMPANIED";

  /** Of this installation, whose door leads to the desk. */
  public static Dates of(MessageSource messages, TsunaguProperties properties) {
    return new Dates(messages, URI.create(properties.issuer() + "/work"));
  }

  /** Each ends when the step is due and begins half an hour before. */
  String of(List<WorkItem> items, Instant now) {
    return document(items.stream().filter(item -> item.what() != null)
        .map(item -> entry(uid(item), String.valueOf(item.what()), item.dueAt().minus(STEP), item.dueAt(), now)));
  }

  /** 同行: it begins when the two meet. */
  public String visit(String referralId, Instant at, Instant now) {
    return document(Stream.of(entry(uid(TOGETHER, referralId), TOGETHER, at, at.plus(VISIT), now)));
  }

  private static String document(Stream<VEvent> entries) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Tsunagu//Tsunagu//JA"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    entries.forEach(calendar::add);
    return calendar.toString();
  }

  private VEvent entry(String uid, String kind, Instant from, Instant to, Instant now) {
    var entry = new VEvent(false);
    entry.add(new Uid(uid));
    entry.add(new DtStamp(now));
    entry.add(new DtStart<>(from));
    entry.add(new DtEnd<>(to));
    entry.add(new Summary(summary(kind, Locale.JAPANESE) + " / " + summary(kind, Locale.ENGLISH)));
    entry.add(new Url(desk));
    return entry;
  }

  private String summary(String kind, Locale language) {
    return messages.getMessage("calendar." + kind, null, language);
  }

  private static String uid(WorkItem item) {
    return uid(item.caseId(), String.valueOf(item.what()), String.valueOf(item.referralId()), String.valueOf(item.checkInId()));
  }

  /** The same while it is the same thing to do, so that a calendar moves its entry and does not double it. */
  private static String uid(String... what) {
    return Ids.from(String.join(" ", what)).next("d") + "@tsunagu";
  }
}
