package jp.tsunagu.followup.sweep;

import java.time.Instant;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.runtime.directory.DirectoryView;

/** What a watch is told with the time: who stands where on the ladder that day, and when each office is open. */
public record Ticks(DirectoryView directory) {
  public WatchCommand.Tick at(Instant now) {
    return new WatchCommand.Tick(now, new DirectoryLadder(directory, OfficeCalendar.dayOf(now)), directory.offices());
  }
}
