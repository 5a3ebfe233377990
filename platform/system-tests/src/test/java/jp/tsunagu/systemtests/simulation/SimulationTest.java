package jp.tsunagu.systemtests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

/** {@code -Dtsunagu.simulation.seeds=10000} plays more histories, {@code -Dtsunagu.simulation.seed=N} one of them alone. */
class SimulationTest {
  private static final int SHOWN = 5;

  @Test
  void losesNothingDoesNothingTwiceAndMissesNoDate() {
    long begun = System.nanoTime();
    var steps = new LongAdder();
    // Histories have nothing in common, so as many are played at once as there are cores.
    List<String> failed = seeds().parallelStream().flatMap(seed -> failure(seed, steps).stream()).toList();
    System.out.printf("simulated %d histories, %d steps of input and output, in %.1f s%n", seeds().size(), steps.sum(),
        (System.nanoTime() - begun) / 1e9);
    assertThat(failed.stream().limit(SHOWN)).as("%d of %d; play one again with -Dtsunagu.simulation.seed=", failed.size(), seeds().size())
        .isEmpty();
  }

  private static Optional<String> failure(long seed, LongAdder steps) {
    var played = Simulation.play(seed);
    steps.add(played.steps());
    List<String> findings = Checker.findings(played.evidence());
    return findings.isEmpty() ? Optional.empty() : Optional.of("seed " + seed + ": " + findings);
  }

  private static List<Long> seeds() {
    String one = System.getProperty("tsunagu.simulation.seed", "");
    if (!one.isBlank()) return List.of(Long.parseLong(one));
    return LongStream.rangeClosed(1, Integer.getInteger("tsunagu.simulation.seeds", 500)).boxed().toList();
  }

  @Test
  void playsTheSameHistoryAgainFromTheSameSeed() {
    for (long seed = 1; seed <= 20; seed++) assertThat(Simulation.play(seed).trace()).isEqualTo(Simulation.play(seed).trace());
  }
}
