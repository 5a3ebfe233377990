package jp.tsunagu.portal.calendar;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

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

import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.runtime.http.Ids;

/**
 * Steps of a work list as an iCalendar document (RFC 5545). An entry ends when the step is due and begins half an hour before; its
 * name depends on the kind of step alone, and its id does not lead back to a case.
 *
 * @param desk where everything else is seen after logging in
 */
record Dates(MessageSource messages, URI desk) {
  private static final Duration LENGTH = Duration.ofMinutes(30);

  String of(List<WorkItem> items, Instant now) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Tsunagu//Tsunagu//JA"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    for (WorkItem item : items) if (item.what() != null) calendar.add(entry(item, now));
    return calendar.toString();
  }

  private VEvent entry(WorkItem item, Instant now) {
    var entry = new VEvent(false);
    entry.add(new Uid(uid(item)));
    entry.add(new DtStamp(now));
    entry.add(new DtStart<>(item.dueAt().minus(LENGTH)));
    entry.add(new DtEnd<>(item.dueAt()));
    entry.add(new Summary(summary(item, Locale.JAPANESE) + " / " + summary(item, Locale.ENGLISH)));
    entry.add(new Url(desk));
    return entry;
  }

  private String summary(WorkItem item, Locale language) {
    return messages.getMessage("calendar." + item.what(), null, language);
  }

  /** The same while it is the same thing to do, so that a calendar moves its entry and does not double it. */
  private static String uid(WorkItem item) {
    return Ids.from(String.join(" ", item.caseId(), String.valueOf(item.what()), String.valueOf(item.referralId()),
        String.valueOf(item.checkInId()))).next("d") + "@tsunagu";
  }
}
