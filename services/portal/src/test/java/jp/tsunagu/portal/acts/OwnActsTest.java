package jp.tsunagu.portal.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;

import jp.tsunagu.portal.ledger.Arrivals;

class OwnActsTest {
  private final Map<String, Long> there = new ConcurrentHashMap<>();
  private boolean elsewhere;
  private final List<String> fetched = new CopyOnWriteArrayList<>();
  private final Arrivals arrivals = new Arrivals();

  @Test
  void doesNotWaitForWhatIsThere() {
    OwnActs acts = acts(Duration.ofHours(1));
    there.put("journey-c-1", 3L);
    acts.note("org05-1", "journey-c-1", 3);
    acts.settle("org05-1");
    assertThat(fetched).isEmpty();
  }

  @Test
  void doesNotWaitForWhatAnotherReplicaBroughtIn() {
    elsewhere = true;
    doesNotWaitForWhatIsThere();
  }

  @Test
  void doesNotWaitForWhatSomebodyElseDid() {
    OwnActs acts = acts(Duration.ofHours(1));
    acts.note("org05-1", "journey-c-1", 3);
    acts.settle("org06-1");
    assertThat(fetched).isEmpty();
  }

  @Test
  void goesOnAsSoonAsItArrives() throws Exception {
    OwnActs acts = acts(Duration.ofHours(1));
    acts.note("org05-1", "journey-c-1", 3);
    Thread reader = Thread.ofVirtual().start(() -> acts.settle("org05-1"));
    there.put("journey-c-1", 3L);
    arrivals.changed();
    assertThat(reader.join(Duration.ofSeconds(10))).isTrue();
    assertThat(fetched).isEmpty();
  }

  @Test
  void fetchesWhatDoesNotArriveInTime() {
    OwnActs acts = acts(Duration.ofMillis(1));
    acts.note("org05-1", "watch-c-1", 2);
    acts.settle("org05-1");
    assertThat(fetched).containsExactly("follow-up watch-c-1");
    acts.settle("org05-1");
    assertThat(fetched).hasSize(1);
  }

  @Test
  void givesUpWhatItsPublisherDoesNotHave() {
    OwnActs acts = acts(Duration.ZERO);
    acts.note("org05-1", "journey-c-1", 99);
    for (int i = 0; i < 20; i++) acts.settle("org05-1");
    assertThat(fetched).hasSize(10);
  }

  @Test
  void knowsWhichStreamAPathWritesTo() {
    assertThat(Streams.written("/api/cases/c-1/referrals/r-1/acceptance")).hasValue("journey-c-1");
    assertThat(Streams.written("/api/cases/c-1/consents")).hasValue("casefile-c-1");
    assertThat(Streams.written("/api/cases/c-1/check-ins/i-1/result")).hasValue("watch-c-1");
    assertThat(Streams.written("/api/notices/n-1/acknowledgement")).hasValue("notice-n-1");
    assertThat(Streams.written("/api/organisations/org05")).isEmpty();
  }

  private OwnActs acts(Duration patience) {
    return new OwnActs(new OwnActs.Versions() {
      @Override
      public long atHand(String stream) {
        return elsewhere ? 0 : stored(stream);
      }

      @Override
      public long stored(String stream) {
        return there.getOrDefault(stream, 0L);
      }
    }, arrivals, (service, stream) -> {
      fetched.add(service + " " + stream);
      there.put(stream, 2L);
    }, patience);
  }
}
