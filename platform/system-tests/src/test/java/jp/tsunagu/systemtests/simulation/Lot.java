package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, from a seed: the same seed draws the same lots. */
final class Lot {
  private final SplittableRandom random;

  Lot(long seed) {
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  boolean promille(int chances) {
    return random.nextInt(1_000) < chances;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  final <T> T any(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
