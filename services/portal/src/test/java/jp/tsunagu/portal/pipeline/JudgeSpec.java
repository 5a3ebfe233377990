package jp.tsunagu.portal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.portal.auditing.Passes.Finished;
import jp.tsunagu.portal.pipeline.PipelineReport.Channel;
import jp.tsunagu.portal.pipeline.PipelineReport.Passage;
import jp.tsunagu.portal.pipeline.PipelineReport.Service;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.journal.Backlog;
import jp.tsunagu.runtime.pipeline.ChannelState;
import jp.tsunagu.runtime.pipeline.Lag;
import jp.tsunagu.runtime.pipeline.PipelineState;

class JudgeSpec {
  private static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 500, Duration.ofMinutes(10));
  private static final Backlog NOTHING_WAITS = new Backlog(0, false, null);
  private static final ParkingLot.Count NOTHING_PARKED = new ParkingLot.Count(0, 0, null);
  private static final Finished AUDITED = new Finished(NOW.minusSeconds(30), 12, 0, null);

  private static PipelineReport report(List<Station> stations, @Nullable Finished last, long gaps) {
    return new Judge(BOUNDS, NOW).report(stations, last, gaps);
  }

  private static PipelineReport report(Station... stations) {
    return report(List.of(stations), AUDITED, 0);
  }

  private static Station telling(String service, Backlog backlog, @Nullable List<Lag> lags, ParkingLot.Count parked,
      ChannelState... channels) {
    return new Station.Told(service, new PipelineState("0.1.0", "9d51963", backlog, lags, parked, List.of(channels)));
  }

  private static Station waiting(long commits, @Nullable Instant oldest) {
    return telling("referral", new Backlog(commits, false, oldest), List.of(), NOTHING_PARKED);
  }

  private static Station behind(long messages, boolean reading) {
    return telling("referral", NOTHING_WAITS, List.of(new Lag("referral", "tsunagu.intake", messages, reading)), NOTHING_PARKED);
  }

  private static Station parked(int waiting, int stuck) {
    return telling("referral", NOTHING_WAITS, List.of(), new ParkingLot.Count(waiting, stuck, NOW.minusSeconds(3_600)));
  }

  private static Station channel(ChannelState... channels) {
    return telling("notification", NOTHING_WAITS, List.of(), NOTHING_PARKED, channels);
  }

  private static Service only(Station station) {
    return report(station, channel()).services().getFirst();
  }

  @Test
  void findsNothingWrongWhereNothingIs() {
    PipelineReport report = report(behind(0, true), channel(new ChannelState("EMAIL", 1, 0, 0), new ChannelState("WEBHOOK", 3, 0, 0)));
    assertThat(report.sign()).isEqualTo(Sign.FINE);
    assertThat(report.asOf()).isEqualTo(NOW);
    assertThat(report.services()).extracting(Service::sign).containsOnly(Sign.FINE);
    assertThat(report.services().getFirst().version()).isEqualTo("0.1.0");
    assertThat(report.services().getFirst().commit()).isEqualTo("9d51963");
  }

  @Test
  void takesACommitThatWaitsForAMomentForWhatItIs() {
    Service service = only(waiting(2, NOW.minusSeconds(10)));
    assertThat(service.relay()).isEqualTo(new PipelineReport.Relay(2, false, NOW.minusSeconds(10), 10L, Sign.MOVING));
    assertThat(service.sign()).isEqualTo(Sign.MOVING);
  }

  @Test
  void worriesAboutACommitThatWaitsForLong() {
    assertThat(only(waiting(1, NOW.minusSeconds(11))).sign()).isEqualTo(Sign.WRONG);
  }

  @Test
  void worriesAboutMoreThanCanBeCounted() {
    assertThat(only(telling("referral", new Backlog(900, true, NOW), List.of(), NOTHING_PARKED)).sign()).isEqualTo(Sign.WRONG);
  }

  @Test
  void callsNothingOlderThanItIsWhereAnotherClockIsAhead() {
    var relay = only(waiting(1, NOW.plusSeconds(5))).relay();
    assertThat(relay).isEqualTo(new PipelineReport.Relay(1, false, NOW.plusSeconds(5), 0L, Sign.MOVING));
  }

  @Test
  void worriesAboutALagThatIsGreatAndAboutAReaderThatDoesNotRead() {
    assertThat(only(behind(500, true)).sign()).isEqualTo(Sign.MOVING);
    assertThat(only(behind(501, true)).sign()).isEqualTo(Sign.WRONG);
    assertThat(only(behind(0, false)).sign()).isEqualTo(Sign.WRONG);
  }

  @Test
  void worriesAboutWhatIsParkedOnlyIfItNeedsAHuman() {
    assertThat(only(parked(3, 0)).sign()).isEqualTo(Sign.MOVING);
    assertThat(only(parked(3, 1)).parked()).isEqualTo(new PipelineReport.Parked(3, 1, NOW.minusSeconds(3_600), 3_600L, Sign.WRONG));
  }

  @Test
  void saysNothingOfALagThatTheServiceCouldNotAskFor() {
    Service service = only(telling("referral", NOTHING_WAITS, null, NOTHING_PARKED));
    assertThat(service.answer()).isEqualTo(Answer.ANSWERS);
    assertThat(service.consumers()).isNull();
    assertThat(service.sign()).isEqualTo(Sign.UNKNOWN);
  }

  @Test
  void guessesNothingOfAServiceThatDoesNotAnswer() {
    for (Answer why : List.of(Answer.SILENT, Answer.IN_TROUBLE))
      assertThat(only(new Station.Away("referral", why)))
          .isEqualTo(new Service("referral", why, Sign.WRONG, null, null, null, null, null));
    assertThat(only(new Station.Away("referral", Answer.NOT_ASKED)).sign()).isEqualTo(Sign.UNKNOWN);
    assertThat(report(new Station.Away("referral", Answer.SILENT), channel()).sign()).isEqualTo(Sign.WRONG);
  }

  @Test
  void isContentWithOneThatIsThereAndHasNoPartOfTheWay() {
    assertThat(only(new Station.There("identity")))
        .isEqualTo(new Service("identity", Answer.ANSWERS, Sign.FINE, null, null, null, null, null));
  }

  @Test
  void tellsAChannelByTheWorstOfItsRoads() {
    var mail = new ChannelState("EMAIL", 0, 1, 0);
    var hooks = new ChannelState("WEBHOOK", 4, 1, 1);
    assertThat(report(channel(mail, hooks)).channels()).containsExactly(new Channel("EMAIL", Passage.TRYING, 0, 1, 0, Sign.MOVING),
        new Channel("WEBHOOK", Passage.STOPPED, 4, 1, 1, Sign.WRONG));
    assertThat(report(channel(new ChannelState("EMAIL", 0, 0, 0))).channels()).first()
        .isEqualTo(new Channel("EMAIL", Passage.OPEN, 0, 0, 0, Sign.FINE));
  }

  @Test
  void tellsAChannelThatIsNotSetUpFromOneThatNobodyTellsOf() {
    assertThat(report(channel()).channels()).extracting(Channel::passage).containsOnly(Passage.NOT_SET_UP);
    PipelineReport silent = report(new Station.Away("notification", Answer.SILENT));
    assertThat(silent.channels()).extracting(Channel::passage).containsExactly(Passage.UNKNOWN, Passage.UNKNOWN);
    assertThat(silent.channels()).extracting(Channel::sign).containsOnly(Sign.UNKNOWN);
  }

  @Test
  void worriesAboutAnAuditThatIsLongAgoAndAboutWhatItFound() {
    var late = new Finished(NOW.minusSeconds(601), 12, 0, null);
    assertThat(report(List.of(channel()), AUDITED, 0).audit())
        .isEqualTo(new PipelineReport.Audit(NOW.minusSeconds(30), 30L, 12, 0, Sign.FINE, Sign.FINE));
    assertThat(report(List.of(channel()), late, 0).audit().sign()).isEqualTo(Sign.WRONG);
    assertThat(report(List.of(channel()), AUDITED, 2).audit().gapsSign()).isEqualTo(Sign.WRONG);
    assertThat(report(List.of(channel()), AUDITED, 2).sign()).isEqualTo(Sign.WRONG);
  }

  @Test
  void doesNotTakeAnAuditThatNeverWasForOneThatFoundNothing() {
    PipelineReport report = report(List.of(channel()), null, 0);
    assertThat(report.audit()).isEqualTo(new PipelineReport.Audit(null, null, 0, 0, Sign.UNKNOWN, Sign.UNKNOWN));
    assertThat(report.sign()).isEqualTo(Sign.UNKNOWN);
    assertThat(report(List.of(channel()), null, 1).audit().gapsSign()).isEqualTo(Sign.WRONG);
  }
}
