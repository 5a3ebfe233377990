package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.ProducerRecord;

import jp.tsunagu.systemtests.simulation.store.SimulatedStore;

/** Everything that can happen next, and who decides: the lot. */
final class World {
  private static final List<String> PUBLISHERS = List.of(Services.INTAKE, Services.REFERRAL, Services.FOLLOW_UP, Services.NOTIFICATION);
  private final Ground ground;
  private final Lot lot;
  private final Processes processes;
  private final Caseworkers caseworkers;
  private final Map<String, Integer> poisoned = new TreeMap<>();
  private final List<Runnable> turns = new ArrayList<>();

  World(Ground ground, Truth truth) {
    this.ground = ground;
    this.lot = ground.lot();
    this.processes = new Processes(ground);
    this.caseworkers = new Caseworkers(ground, truth);
    often(30, this::somebodyReads);
    often(24, this::somethingBegunGoesOn);
    often(10, this::aChoreIsDone);
    often(3, this::somebodyCommits);
    often(16, this::aCaseworkerAsks);
    often(5, () -> ground.clock().pass(Duration.ofMillis(50 + lot.below(2_000))));
    often(1, this::hoursGoBy);
    often(1, this::somebodyDies);
    often(2, processes::restartOne);
    often(1, this::theGroundShakes);
    ground.weather().meanwhile(this::turn);
  }

  private void often(int weight, Runnable turn) {
    for (int i = 0; i < weight; i++) turns.add(turn);
  }

  Processes processes() {
    return processes;
  }

  Caseworkers caseworkers() {
    return caseworkers;
  }

  /** Topic → how many records there are no messages. */
  Map<String, Integer> poisoned() {
    return poisoned;
  }

  void turn() {
    lot.of(turns).run();
  }

  // ---- what processes do

  private void somebodyReads() {
    List<Replica> readers = processes.alive(World::isReader);
    if (!readers.isEmpty()) read(lot.of(readers), 1 + lot.below(6));
  }

  static boolean isReader(Replica replica) {
    return !topics(replica.service()).isEmpty();
  }

  private static List<String> topics(String service) {
    return Objects.requireNonNull(Services.TOPICS.get(service));
  }

  Group group(String service) {
    return ground.broker().group(service, topics(service));
  }

  /** @return whether there was anything */
  boolean read(Replica replica, int most) {
    Group group = group(replica.service());
    group.assignFree(processes.livesOf(replica.service()), lot);
    boolean[] any = {false};
    processes.run(replica, "poll", () -> {
      Polled polled = poll(replica, group, most);
      if (polled.isEmpty()) return;
      any[0] = true;
      replica.reader().accept(polled.message());
      replica.life().goOn();
      polled.moveOn(group);
    });
    return any[0];
  }

  private Polled poll(Replica replica, Group group, int most) {
    return ground.weather().step(replica.life(), "poll", ground.broker()::isUp,
        () -> Polled.by(replica.life(), group, ground.broker(), most), BrokerAway::new);
  }

  private void somebodyCommits() {
    List<Replica> readers = processes.alive(World::isReader);
    if (!readers.isEmpty()) commit(lot.of(readers));
  }

  void commit(Replica replica) {
    processes.run(replica, "commit", () -> ground.weather().step(replica.life(), "commit", ground.broker()::isUp, () -> {
      group(replica.service()).commit(replica.life());
      return replica;
    }, BrokerAway::new));
  }

  private void somethingBegunGoesOn() {
    List<Replica> waiting = processes.alive(r -> !r.life().tasks().isEmpty());
    if (!waiting.isEmpty()) goOn(lot.of(waiting));
  }

  void goOn(Replica replica) {
    List<Runnable> tasks = replica.life().tasks();
    Runnable task = tasks.remove(lot.below(tasks.size()));
    processes.run(replica, "task-" + ground.weather().steps(), task);
  }

  private void aChoreIsDone() {
    List<Replica> all = processes.alive(_ -> true);
    if (all.isEmpty()) return;
    Replica one = lot.of(all);
    chore(one, lot.of(List.copyOf(one.chores().keySet())));
  }

  /** Whoever lives through it finds its leases over, and renews them first of all. */
  private void hoursGoBy() {
    ground.clock().pass(Duration.ofMinutes(lot.below(5) * lot.below(2_000)));
    processes.alive(_ -> true).forEach(replica -> chore(replica, "renew"));
  }

  void chore(Replica replica, String name) {
    processes.run(replica, name, Objects.requireNonNull(replica.chores().get(name)));
  }

  // ---- what people do

  private void aCaseworkerAsks() {
    send(caseworkers.next());
  }

  /** No answer is no answer, whatever has become of it. */
  void send(Ask ask) {
    List<Replica> doors = processes.alive(r -> r.service().equals(ask.service()));
    boolean answered = !doors.isEmpty() && sent(ask, lot.of(doors));
    if (!answered) caseworkers.unanswered(ask);
  }

  private boolean sent(Ask ask, Replica door) {
    return processes.run(door, "ask-" + ground.weather().steps(), () -> {
      var outcome = ask.send(door, ground.clock().instant());
      door.life().goOn();
      caseworkers.answers().note(ask, outcome);
    });
  }

  // ---- what befalls all of them

  private void somebodyDies() {
    List<Replica> all = processes.alive(_ -> true);
    if (all.isEmpty()) return;
    lot.of(all).life().end();
    if (lot.oneIn(4) && all.size() > 1) lot.of(all).life().end();
  }

  private void theGroundShakes() {
    switch (lot.below(6)) {
      case 0, 1 -> ground.store(lot.of(Services.ALL)).crash();
      case 2 -> ground.stores().values().forEach(SimulatedStore::crash);
      case 3 -> ground.broker().up(!ground.broker().isUp());
      case 4 -> poison();
      default -> rebalance();
    }
    if (lot.oneIn(2)) ground.stores().values().forEach(SimulatedStore::start);
    if (!ground.broker().isUp() && lot.oneIn(2)) ground.broker().up(true);
  }

  private void poison() {
    String topic = "tsunagu." + lot.of(PUBLISHERS);
    ground.broker().keep(new ProducerRecord<>(topic, "c-" + lot.below(5), new byte[]{'{'}));
    poisoned.merge(topic, 1, Integer::sum);
  }

  /** A partition changes hands while its reader may still be at it. */
  private void rebalance() {
    List<Replica> readers = processes.alive(World::isReader);
    if (readers.isEmpty()) return;
    Replica replica = lot.of(readers);
    Group group = group(replica.service());
    group.assign(lot.of(group.places()), replica.life());
  }
}
