package jp.tsunagu.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.runtime.pipeline.ChannelState;

/** A channel that is down is left alone; one recipient's trouble is not the channel's. */
class GuardedTest {
  private static final Letter LETTER = Letter.of(List.of(new Letter.Item("n-1", "c-1", NoticeKind.REFERRAL_PROPOSED, false)),
      "org05-1");
  private static final Duration AGES = Duration.ofDays(1);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile Supplier<Carrier.Carried> road = Carrier.Carried.Delivered::new;

  private final Map<String, String> roads = new ConcurrentHashMap<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private Guarded guarded(Duration patience, Duration away) {
    return guarded(new Guards(patience, away, 5));
  }

  private Guarded guarded(Guards guards) {
    return new Guarded(new Carrier() {
      @Override
      public Channel channel() {
        return Channel.EMAIL;
      }

      @Override
      public Carried carry(Letter letter) {
        attempts.incrementAndGet();
        return road.get();
      }

      @Override
      public String road(String worker) {
        return roads.getOrDefault(worker, "EMAIL");
      }
    }, guards, threads);
  }

  private static void fails(Guarded guarded, int times) {
    for (int i = 0; i < times; i++) assertThatThrownBy(() -> guarded.carry(LETTER)).isInstanceOf(NotNow.class);
  }

  @Test
  void triesAgainAtOnceWhatFailedInPassing() {
    var guarded = guarded(AGES, AGES);
    road = () -> {
      if (attempts.get() == 1) throw NotNow.forAnybody("hung up");
      return new Carrier.Carried.Delivered();
    };
    assertThat(guarded.carry(LETTER)).isEqualTo(new Carrier.Carried.Delivered());
    assertThat(attempts).hasValue(2);
  }

  @Test
  void staysAwayFromAChannelThatIsDown() {
    var guarded = guarded(AGES, AGES);
    road = () -> {
      throw NotNow.forAnybody("no mail server");
    };
    fails(guarded, 2);
    assertThat(guarded.ready()).isFalse();
    int before = attempts.get();
    fails(guarded, 5);
    assertThat(attempts).hasValue(before);
  }

  @Test
  void looksAgainAfterAWhile() {
    var guarded = guarded(AGES, Duration.ofMillis(50));
    road = () -> {
      throw NotNow.forAnybody("no mail server");
    };
    fails(guarded, 2);
    road = Carrier.Carried.Delivered::new;
    await().until(guarded::ready);
    for (int i = 0; i < 3; i++) assertThat(guarded.carry(LETTER)).isEqualTo(new Carrier.Carried.Delivered());
  }

  @Test
  void staysOpenForEverybodyWhenOneMailboxIsFull() {
    var guarded = guarded(AGES, AGES);
    road = () -> {
      throw NotNow.forThisLetter("full");
    };
    fails(guarded, 20);
    assertThat(attempts).as("not tried again at once").hasValue(20);
    assertThat(guarded.ready()).isTrue();
  }

  @Test
  void staysOpenWhenAMailboxRefusesForGood() {
    var guarded = guarded(AGES, AGES);
    road = () -> new Carrier.Carried.Refused("address-refused");
    for (int i = 0; i < 20; i++) assertThat(guarded.carry(LETTER)).isEqualTo(new Carrier.Carried.Refused("address-refused"));
    assertThat(guarded.ready()).isTrue();
  }

  @Test
  void givesUpOnAnAnswerThatNeverComes() {
    var guarded = guarded(Duration.ofMillis(20), AGES);
    var never = new CountDownLatch(1);
    road = () -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return new Carrier.Carried.Delivered();
    };
    fails(guarded, 2);
    assertThat(guarded.ready()).isFalse();
  }

  @Test
  void closesOneRoadAndNoOther() {
    roads.put("org05-1", "WEBHOOK dead.example");
    roads.put("org05-2", "WEBHOOK healthy.example");
    var guarded = guarded(AGES, AGES);
    road = () -> {
      throw NotNow.forAnybody("no receiver");
    };
    fails(guarded, 5);
    road = Carrier.Carried.Delivered::new;
    assertThat(guarded.carry(Letter.of(LETTER.notices(), "org05-2"))).isEqualTo(new Carrier.Carried.Delivered());
    fails(guarded, 1);
    assertThat(guarded.ready()).isTrue();
  }

  @Test
  void countsTheRoadsOfAChannelByWhatTheyLetThrough() {
    roads.put("org05-1", "WEBHOOK dead.example");
    roads.put("org05-2", "WEBHOOK healthy.example");
    var guards = new Guards(AGES, AGES, 5);
    var guarded = guarded(guards);
    assertThat(guards.state(Channel.WEBHOOK)).isEqualTo(new ChannelState("WEBHOOK", 0, 0, 0));
    road = () -> {
      throw NotNow.forAnybody("no receiver");
    };
    fails(guarded, 5);
    road = Carrier.Carried.Delivered::new;
    guarded.carry(Letter.of(LETTER.notices(), "org05-2"));
    assertThat(guards.state(Channel.WEBHOOK)).isEqualTo(new ChannelState("WEBHOOK", 1, 0, 1));
    guarded.carry(Letter.of(LETTER.notices(), "org05-3"));
    assertThat(guards.state(Channel.EMAIL)).isEqualTo(new ChannelState("EMAIL", 1, 0, 0));
  }

  @Test
  void isCountedInTheMetricsAndNeverNamed() {
    var meters = new SimpleMeterRegistry();
    var guards = new Guards(AGES, AGES, 5);
    guards.bindTo(meters);
    assertThat(meters.get("tsunagu.channel.roads").tag("channel", "EMAIL").tag("state", "closed").gauge().value()).isZero();
    guarded(guards).carry(LETTER);
    assertThat(meters.get("tsunagu.channel.roads").tag("channel", "EMAIL").tag("state", "closed").gauge().value()).isEqualTo(1);
  }
}
