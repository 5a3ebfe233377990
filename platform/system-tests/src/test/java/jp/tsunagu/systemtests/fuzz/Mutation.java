package jp.tsunagu.systemtests.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

import jp.tsunagu.systemtests.api.Asked;

/** Makes something wrong with a request. */
@FunctionalInterface
interface Mutation {
  Asked of(Asked asked, RandomGenerator random);

  static <T> T one(List<T> of, RandomGenerator random) {
    return of.get(random.nextInt(of.size()));
  }
}
