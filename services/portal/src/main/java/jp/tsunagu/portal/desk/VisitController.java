package jp.tsunagu.portal.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import jp.tsunagu.portal.calendar.Dates;
import jp.tsunagu.portal.ledger.Referral;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.boot.TsunaguProperties;
import jp.tsunagu.runtime.http.Problem;

/** 同行, as a file for the calendars of both workers. */
@DeskPage
class VisitController {
  private final ReadModel reads;
  private final Dates dates;
  private final InstantSource clock;

  VisitController(ReadModel reads, MessageSource messages, TsunaguProperties properties, InstantSource clock) {
    this.reads = reads;
    this.dates = Dates.of(messages, properties);
    this.clock = clock;
  }

  @GetMapping("/cases/{caseId}/referrals/{thing}/accompanied-visit.ics")
  ResponseEntity<String> visit(@PathVariable String caseId, @PathVariable String thing, DeskUser user) {
    Instant at = reads.ledger(user.caller(), caseId).flatMap(l -> l.referrals().byId(thing))
        .filter(r -> r.between(user.caller().organisation()) && r.state().taken()).flatMap(VisitController::planned)
        .orElseThrow(Problem::notFound);
    var file = ContentDisposition.attachment().filename("tsunagu-visit.ics").build();
    return ResponseEntity.ok().contentType(Dates.ICALENDAR).header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(dates.visit(thing, at, clock.instant()));
  }

  private static Optional<Instant> planned(Referral r) {
    return Optional.ofNullable(r.visitAt());
  }
}
