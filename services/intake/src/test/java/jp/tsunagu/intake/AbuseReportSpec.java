package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.testing.DeciderSpec;

/** Whoever holds the case reports; whoever reported has the receipt confirmed. */
class AbuseReportSpec {
  private static final Instant NOW = Sample.NOW;
  private static final Instant REPORTED = NOW.minus(Duration.ofMinutes(20));
  private static final Party LATER_HOLDER = new Party("org15", "org15-1");
  private static final AbuseReport REPORT = new AbuseReport("b-1", AbuseReport.Office.CHILD_GUIDANCE_CENTRE, Sample.DESK, REPORTED, null);
  private static final AbuseReport.Receipt RECEIPT = receipt(Sample.DESK, NOW);

  private final DeciderSpec<AbuseReportCommand, AbuseReportEvent, AbuseReports> none = DeciderSpec.of(new AbuseReportDecider());
  private final DeciderSpec<AbuseReportCommand, AbuseReportEvent, AbuseReports> reported = none
      .given(new AbuseReportEvent.Reported(REPORT));

  private static AbuseReport.Receipt receipt(Party by, Instant at) {
    return new AbuseReport.Receipt(at, by, FreeText.of("児相-77"));
  }

  private static AbuseReportCommand report(Standing standing, Instant reportedAt) {
    return new AbuseReportCommand.Report(new AbuseReport("b-1", AbuseReport.Office.POLICE, Sample.DESK, reportedAt, null), standing, NOW);
  }

  private static AbuseReportCommand confirm(AbuseReport.Receipt receipt, Standing standing) {
    return new AbuseReportCommand.ConfirmReceipt("b-1", receipt, standing, NOW);
  }

  @Test
  void isRecordedByTheHolder() {
    none.when(new AbuseReportCommand.Report(REPORT, Standing.HOLDER, NOW)).then(new AbuseReportEvent.Reported(REPORT));
  }

  @Test
  void isNotRecordedByAnybodyElse() {
    none.when(report(Standing.PARTICIPANT, REPORTED)).refuses("FORBIDDEN not-the-holder");
    none.when(report(Standing.STRANGER, REPORTED)).refuses("UNKNOWN unknown-report");
  }

  @Test
  void happenedAndNotLongAgo() {
    none.when(report(Standing.HOLDER, NOW.plusSeconds(1))).refuses("INVALID in-the-future reportedAt");
    none.when(report(Standing.HOLDER, NOW.minus(Duration.ofDays(30)).minusSeconds(1))).refuses("INVALID too-long-ago reportedAt");
    reported.when(report(Standing.HOLDER, REPORTED)).refuses("CONFLICT report-exists");
  }

  @Test
  void isReceived() {
    reported.when(confirm(RECEIPT, Standing.HOLDER)).then(new AbuseReportEvent.Received("b-1", RECEIPT));
    reported.and(confirm(RECEIPT, Standing.HOLDER)).when(confirm(RECEIPT, Standing.HOLDER)).refuses("CONFLICT already-received");
  }

  @Test
  void isReceivedAfterItWasMadeAndByNow() {
    reported.when(confirm(receipt(Sample.DESK, REPORTED.minusSeconds(1)), Standing.HOLDER))
        .refuses("INVALID before-the-report confirmedAt");
    reported.when(confirm(receipt(Sample.DESK, NOW.plusSeconds(1)), Standing.HOLDER)).refuses("INVALID in-the-future confirmedAt");
    none.when(confirm(RECEIPT, Standing.HOLDER)).refuses("UNKNOWN unknown-report");
  }

  @Test
  void staysWithTheOrganisationThatMadeItAlsoWhenTheCaseMovedOn() {
    reported.when(confirm(RECEIPT, Standing.PARTICIPANT)).then(new AbuseReportEvent.Received("b-1", RECEIPT));
    reported.when(confirm(receipt(LATER_HOLDER, NOW), Standing.HOLDER)).refuses("UNKNOWN unknown-report");
    reported.when(confirm(RECEIPT, Standing.STRANGER)).refuses("UNKNOWN unknown-report");
    assertThat(reported.state().madeBy("org15")).isEmpty();
    assertThat(reported.state().madeBy("org05")).containsExactly(REPORT);
  }
}
