package jp.tsunagu.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import jp.tsunagu.journal.Decision;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

import org.junit.jupiter.api.Test;

/** Whatever anybody does in whatever order, the promises hold after every decision. */
class JourneyProperties {
  @Property(tries = 500)
  void keepsItsPromisesInEveryHistory(@ForAll("histories") List<RandomActs.Draw> draws) {
    live(draws, new HashSet<>());
  }

  @Provide
  Arbitrary<List<RandomActs.Draw>> histories() {
    return Combinators.combine(number(RandomActs.KINDS), number(8), number(12), number(60), number(100)).as(RandomActs.Draw::new).list()
        .ofMaxSize(300).withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Integer> number(int bound) {
    return Arbitraries.integers().between(0, bound - 1).withDistribution(RandomDistribution.uniform()).withoutEdgeCases();
  }

  /** Long histories from fixed seeds reach every event there is; otherwise the property would promise less than it says. */
  @Test
  void reachesEverythingThatCanHappen() {
    Set<Class<?>> happened = new HashSet<>();
    for (int seed = 0; seed < 300; seed++) live(draws(new Random(seed)), happened);
    List<Class<?>> all = new ArrayList<>(leaves(JourneyEvent.class));
    all.remove(JourneyEvent.AnswerDateMoved.class); // nobody's hours change within these histories; RecountingSpec changes them
    assertThat(happened).containsExactlyInAnyOrderElementsOf(all);
  }

  private static List<RandomActs.Draw> draws(Random random) {
    return IntStream.range(0, 400)
        .mapToObj(_ -> new RandomActs.Draw(random.nextInt(RandomActs.KINDS), random.nextInt(8), random.nextInt(12),
            random.nextInt(60), random.nextInt(100)))
        .toList();
  }

  private static List<Class<?>> leaves(Class<?> type) {
    if (!type.isSealed()) return List.of(type);
    return List.of(type.getPermittedSubclasses()).stream().flatMap(t -> leaves(t).stream()).distinct().toList();
  }

  private static void live(List<RandomActs.Draw> draws, Set<Class<?>> happened) {
    Journey journey = Cast.OPEN.state();
    Instant now = Cast.NOW;
    for (int i = 0; i < draws.size(); i++) {
      now = now.plus(Duration.ofHours(draws.get(i).hours()));
      JourneyCommand command = RandomActs.act(draws.get(i), journey, i, now);
      if (!(Cast.DECIDER.decide(command, journey) instanceof Decision.Accepted<JourneyEvent>(List<JourneyEvent> events))) continue;
      Journey after = Cast.DECIDER.after(journey, events);
      Promises.hold(journey, events, after, now);
      events.forEach(e -> happened.add(e.getClass()));
      journey = after;
    }
    happened.add(JourneyEvent.Opened.class);
  }
}
