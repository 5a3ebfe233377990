package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.tsunagu.notification.inbox.NotificationReader;

/** One history, from a seed. */
final class Simulation {
  private final Ground ground;
  private final Truth truth;
  private final World world;

  /**
   * @param steps how many steps of input and output it took
   * @param trace the same whenever the seed is played again
   */
  record Played(Evidence evidence, long steps, long trace) {}

  private Simulation(long seed, Flaw flaw) {
    this.ground = Ground.of(seed, flaw);
    this.truth = new Truth(ground);
    this.world = new World(ground, truth);
  }

  static Played play(long seed) {
    return play(seed, Flaw.NONE);
  }

  static Played play(long seed, Flaw flaw) {
    return new Simulation(seed, flaw).played();
  }

  private Played played() {
    for (int turns = 100 + ground.lot().below(250); turns > 0; turns--) world.turn();
    boolean atRest = new Rest(ground, world, truth).comes();
    return new Played(evidence(atRest), ground.weather().steps(), ground.weather().trace());
  }

  private Evidence evidence(boolean atRest) {
    var answers = world.caseworkers().answers();
    var people = NotificationReader.people(Council.DIRECTORY, ground.clock());
    return new Evidence(ground.clock().instant(), truth.files(), truth.journeys(), truth.watches(), truth.notices(), truth.ledgers(),
        truth.inboxes(), truth.holding(), answers.kept(), answers.refused(), people, odd(atRest));
  }

  /** What is left waiting must be the poison, once for everybody who reads it. */
  private List<String> odd(boolean atRest) {
    List<String> odd = new ArrayList<>(world.processes().surprises());
    if (!atRest) odd.add("it never came to rest");
    truth.waiting().stream().filter(w -> !w.type().equals("unreadable")).map(w -> "parked: " + w).forEach(odd::add);
    long unreadable = truth.waiting().stream().filter(w -> w.type().equals("unreadable")).count();
    long expected = world.poisoned().entrySet().stream().mapToLong(p -> p.getValue() * readers(p.getKey())).sum();
    if (unreadable != expected) odd.add(unreadable + " records are parked as unreadable where " + expected + " should be");
    return odd;
  }

  private static long readers(String topic) {
    return Services.TOPICS.entrySet().stream().filter((Map.Entry<String, List<String>> s) -> s.getValue().contains(topic)).count();
  }
}
