package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.util.List;

import jp.tsunagu.systemtests.simulation.store.SimulatedStore;

/** The storm is over: everything is up again, and goes on until there is nothing left to do. */
final class Rest {
  private static final int ROUNDS = 150;
  private final Ground ground;
  private final World world;
  private final Truth truth;

  Rest(Ground ground, World world, Truth truth) {
    this.ground = ground;
    this.world = world;
    this.truth = truth;
  }

  /** @return false if it never came to rest */
  boolean comes() {
    ground.weather().calmDown();
    ground.stores().values().forEach(SimulatedStore::start);
    ground.broker().up(true);
    world.processes().restartTheDeadAnd(Services.FOLLOW_UP); // which remembers by the machine's clock what stumbled
    ground.clock().pass(Duration.ofSeconds(10)); // the leases of the dead are over
    for (int round = 0; round < ROUNDS; round++) {
      boolean busy = goRound(round % 3 == 0);
      ground.clock().pass(Duration.ofSeconds(2));
      if (!busy && isThrough()) return true;
    }
    return false;
  }

  private boolean goRound(boolean renewing) {
    boolean busy = world.caseworkers().waitsForAnswers();
    world.caseworkers().askAllAgain(world::send);
    for (Replica replica : world.processes().alive(_ -> true)) {
      replica.chores().keySet().stream().filter(chore -> renewing || !chore.equals("renew")).forEach(chore -> world.chore(replica, chore));
      while (!replica.life().tasks().isEmpty()) world.goOn(replica);
      if (World.isReader(replica)) busy |= reads(replica);
    }
    return busy;
  }

  private boolean reads(Replica replica) {
    boolean any = false;
    while (world.read(replica, 20)) any = true;
    world.commit(replica);
    return any;
  }

  private boolean isThrough() {
    return List.of(Services.REFERRAL, Services.FOLLOW_UP, Services.NOTIFICATION, Services.PORTAL).stream()
        .allMatch(service -> world.group(service).isThrough(ground.broker())) && !truth.anythingUnpublished()
        && truth.waiting().stream().noneMatch(Truth.Waiting::forItself) && truth.nothingIsDue();
  }
}
