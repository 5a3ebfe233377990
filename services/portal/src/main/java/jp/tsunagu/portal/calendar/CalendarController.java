package jp.tsunagu.portal.calendar;

import java.time.InstantSource;
import java.util.Set;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;

/** What a calendar program fetches, without a log-in; the address is the proof. It opens nothing of somebody who has left. */
@RestController
@Hidden
class CalendarController {
  private final Feeds feeds;
  private final ReadModel reads;
  private final DirectoryView directory;
  private final Dates dates;
  private final InstantSource clock;

  CalendarController(Feeds feeds, ReadModel reads, DirectoryView directory, MessageSource messages, TsunaguProperties properties,
      InstantSource clock) {
    this.feeds = feeds;
    this.reads = reads;
    this.directory = directory;
    this.dates = Dates.of(messages, properties);
    this.clock = clock;
  }

  @GetMapping("/calendar/{token}.ics")
  ResponseEntity<String> dates(@PathVariable String token) {
    return feeds.of(token).filter(worker -> !directory.hasLeft(worker.worker())).map(this::owedBy)
        .map(text -> ResponseEntity.ok().contentType(Dates.ICALENDAR).body(text)).orElseGet(() -> ResponseEntity.notFound().build());
  }

  private String owedBy(Party worker) {
    return dates.of(reads.worklist(new Caller(worker.organisation(), worker.worker(), Set.of())), clock.instant());
  }
}
