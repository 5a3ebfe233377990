package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.web.client.HttpServerErrorException;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.ResourceAccessException;

import com.mongodb.MongoException;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.WireMessage;
import jp.tsunagu.runtime.journal.Asked;

/** Two processes of every service, one of intake. */
final class Processes {
  private static final int REPLICAS = 2;
  private final Ground ground;
  private final List<Replica> running = new ArrayList<>();
  private final Set<String> busy = new HashSet<>();
  private final List<String> surprises = new ArrayList<>();

  Processes(Ground ground) {
    this.ground = ground;
    for (String service : Services.ALL)
      for (int i = 1; i <= (service.equals(Services.INTAKE) ? 1 : REPLICAS); i++) running.add(born(service, service + "-" + i));
    List.copyOf(running).forEach(this::begin);
  }

  /** What the clockwork does first. */
  private void begin(Replica one) {
    run(one, "renew", Objects.requireNonNull(one.chores().get("renew")));
  }

  private Replica born(String service, String name) {
    var life = new Life(name);
    return Services.start(ground, service, life, (publisher, stream, sequence) -> ask(life, publisher, stream, sequence));
  }

  List<Replica> alive(Predicate<Replica> which) {
    return running.stream().filter(r -> r.life().alive() && which.test(r)).toList();
  }

  List<Life> livesOf(String service) {
    return alive(r -> r.service().equals(service)).stream().map(Replica::life).toList();
  }

  /** Under its old name, remembering nothing. */
  void restartOne() {
    List<Replica> dead = running.stream().filter(r -> !r.life().alive()).toList();
    if (!dead.isEmpty()) restart(ground.lot().of(dead));
  }

  /** Whoever is dead, and those of one service in any case. */
  void restartTheDeadAnd(String service) {
    for (Replica one : List.copyOf(running)) {
      if (one.service().equals(service)) one.life().end();
      if (!one.life().alive()) restart(one);
    }
  }

  private void restart(Replica one) {
    Replica again = born(one.service(), one.life().name());
    running.set(running.indexOf(one), again);
    begin(again);
  }

  /** What went wrong that nothing in the weather explains. */
  List<String> surprises() {
    return surprises;
  }

  /**
   * Does one thing of a process, unless it is at it already.
   *
   * @return whether it came to its end
   */
  boolean run(Replica who, String what, Runnable work) {
    String key = who.life().name() + "/" + what;
    if (!who.life().alive() || !busy.add(key)) return false;
    try {
      work.run();
      return who.life().alive();
    } catch (Life.Death death) {
      if (!death.isOf(who.life())) throw death;
      return false;
    } catch (MongoException | ResourceAccessException | HttpServerErrorException | BrokerAway | CommandHandler.Contention weather) {
      return false;
    } catch (RuntimeException surprise) {
      surprises.add(key + ": " + surprise);
      return false;
    } finally {
      busy.remove(key);
    }
  }

  /** One service asks another's journal: whoever of them is there answers, or nobody. */
  private List<WireMessage> ask(Life by, String publisher, String stream, long sequence) {
    return ground.weather().step(by, "ask " + stream, () -> !livesOf(publisher).isEmpty(), () -> answer(by, publisher, stream, sequence),
        () -> new ResourceAccessException("nobody answers"));
  }

  private List<WireMessage> answer(Life by, String publisher, String stream, long sequence) {
    Replica asked = ground.lot().of(alive(r -> r.service().equals(publisher)));
    try {
      return Asked.after(asked.journal(), stream, sequence);
    } catch (Life.Death death) {
      if (death.isOf(by)) throw death;
      throw new ResourceAccessException("it died over it");
    } catch (MongoException storeAway) {
      throw new HttpServerErrorException(HttpStatus.INTERNAL_SERVER_ERROR);
    }
  }
}
