package jp.tsunagu.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.runtime.inbox.Envelope;

class HistorySpec {
  private static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");

  /** The later in the stream, the earlier asked. */
  private static List<Envelope> writtenDownLate() {
    return IntStream.rangeClosed(1, 3).mapToObj(i -> new Envelope("journey-c-1/" + i + "/0", "referral", "journey-c-1", i, i, true, "c-1",
        NOW.minus(Duration.ofMillis(i)), new ReferralMessage.JourneyOpened("c-1", new Party("org05", "org05-1"), Urgency.NORMAL))).toList();
  }

  @Test
  void keepsTheOrderOfAStreamWhoseTimesGoBack() {
    var history = new History(writtenDownLate());
    assertThat(history.all()).extracting(Envelope::sequence).containsExactly(1L, 2L, 3L);
    assertThat(history.torn()).isEmpty();
  }

  @Test
  void seesWhatIsMissingInIt() {
    List<Envelope> all = writtenDownLate();
    assertThat(new History(List.of(all.getFirst(), all.getLast())).torn()).extracting(Envelope::sequence).containsExactly(3L);
  }
}
