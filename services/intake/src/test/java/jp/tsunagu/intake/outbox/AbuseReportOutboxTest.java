package jp.tsunagu.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.intake.AbuseReport;
import jp.tsunagu.intake.AbuseReportEvent;
import jp.tsunagu.intake.Sample;
import jp.tsunagu.journal.FreeText;

class AbuseReportOutboxTest {
  private static final AbuseReport REPORT = new AbuseReport("b-1", AbuseReport.Office.POLICE, Sample.DESK, Sample.NOW, null);

  @Test
  void tellsThatSomebodyOwesAReceiptAndNotToWhomTheyReported() {
    assertThat(AbuseReportOutbox.message("c-1", new AbuseReportEvent.Reported(REPORT)))
        .isEqualTo(new IntakeMessage.AbuseReported("c-1", "b-1", Sample.DESK, Sample.NOW));
  }

  @Test
  void tellsThatItCameAndNotItsNumber() {
    var received = new AbuseReportEvent.Received("b-1", new AbuseReport.Receipt(Sample.NOW, Sample.DESK, FreeText.of("児相-77")));
    assertThat(AbuseReportOutbox.message("c-1", received))
        .isEqualTo(new IntakeMessage.AbuseReportReceived("c-1", "b-1", Sample.DESK, Sample.NOW));
  }
}
