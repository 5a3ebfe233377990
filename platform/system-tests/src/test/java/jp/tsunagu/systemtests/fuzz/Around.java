package jp.tsunagu.systemtests.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

import jp.tsunagu.systemtests.api.Asked;

/** What can be wrong around a body: the address, the method, the headers. */
final class Around {
  private Around() {}

  static final List<Mutation> ALL = List.of(Around::step, Around::step, Around::step, Around::query, Around::query, Around::method,
      Around::type, Around::key,
      Around::version,
      Around::accept, Around::header);

  /** One step of the path becomes an odd one. */
  private static Asked step(Asked asked, RandomGenerator random) {
    int question = asked.target().indexOf('?');
    String path = question < 0 ? asked.target() : asked.target().substring(0, question);
    String[] steps = path.split("/", -1);
    if (steps.length < 3) return asked;
    steps[2 + random.nextInt(steps.length - 2)] = Mutation.one(Odd.ADDRESSES, random);
    return asked.at(String.join("/", steps).replace(" ", "%20") + (question < 0 ? "" : asked.target().substring(question)));
  }

  private static Asked query(Asked asked, RandomGenerator random) {
    return asked.at(asked.target() + (asked.target().contains("?") ? "&" : "?") + Mutation.one(Odd.QUERIES, random));
  }

  private static Asked method(Asked asked, RandomGenerator random) {
    return asked.as(Mutation.one(Odd.METHODS, random));
  }

  private static Asked type(Asked asked, RandomGenerator random) {
    return header(asked, "Content-Type", Mutation.one(Odd.TYPES, random), random);
  }

  private static Asked key(Asked asked, RandomGenerator random) {
    return header(asked, "Idempotency-Key", Mutation.one(Odd.KEYS, random), random);
  }

  private static Asked version(Asked asked, RandomGenerator random) {
    return header(asked, "If-Match", Mutation.one(Odd.VERSIONS, random), random);
  }

  private static Asked accept(Asked asked, RandomGenerator random) {
    return header(asked, "Accept", Mutation.one(Odd.ACCEPTS, random), random);
  }

  private static Asked header(Asked asked, RandomGenerator random) {
    List<String> header = Mutation.one(Odd.HEADERS, random);
    return header(asked, header.getFirst(), header.getLast(), random);
  }

  /** In place of what is there, or, now and then, beside it. */
  private static Asked header(Asked asked, String name, String value, RandomGenerator random) {
    return (random.nextInt(4) == 0 ? asked : asked.without(name)).with(name, value);
  }
}
