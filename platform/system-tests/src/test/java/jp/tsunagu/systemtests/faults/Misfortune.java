package jp.tsunagu.systemtests.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What befalls the system; afterwards everything is there again, if not at once ready. */
enum Misfortune {
  /** kill -9 of one process of a service. */
  SERVICE_KILLED {
    @Override
    void befall(Site site, Random random) {
      killed(List.of(any(site.programs(service(random)), random)));
    }
  },
  /** kill -9 of all processes of a service at once. */
  BOTH_KILLED {
    @Override
    void befall(Site site, Random random) {
      killed(site.programs(any(Site.DOUBLE, random)));
    }
  },
  /** kill -9. */
  STORE_KILLED {
    @Override
    void befall(Site site, Random random) {
      killed(site.programs(Site.STORE));
    }
  },
  /** kill -9. */
  BROKER_KILLED {
    @Override
    void befall(Site site, Random random) {
      killed(site.programs(Site.BROKER));
    }
  },
  /** SIGSTOP for longer than leases last, then SIGCONT: it goes on with what it believed. */
  HALTED {
    @Override
    void befall(Site site, Random random) {
      Program one = any(site.programs(anything(random)), random);
      one.halt();
      last(random);
      one.goOn();
    }
  },
  /** A line is slow, thin, cut or deaf for a while. */
  BAD_LINE {
    @Override
    void befall(Site site, Random random) {
      Cable cable = site.cable(random.nextInt(3) == 0 ? Site.STORE : service(random));
      cable.becomes(any(List.of(Cable.State.SLOW, Cable.State.THIN, Cable.State.CUT, Cable.State.DEAF), random));
      last(random);
      cable.becomes(Cable.State.SOUND);
    }
  },
  /** One process believes for a while that it is tomorrow. */
  CLOCK_JUMPED {
    @Override
    void befall(Site site, Random random) {
      Program one = any(site.programs(service(random)), random);
      site.clock(one, Duration.ofHours(26));
      last(random);
      site.clock(one, Duration.ZERO);
    }
  },
  /**
   * Nothing can be written any more: to the store's file from somewhere in the middle of a commit, by the broker at all. Whoever is
   * in charge makes room, and starts again what stopped working.
   */
  DISK_FULL {
    @Override
    void befall(Site site, Random random) {
      boolean store = random.nextBoolean();
      Program one = site.programs(store ? Site.STORE : Site.BROKER).getFirst();
      one.room(store ? site.written() + random.nextInt(20_000) : 0);
      last(random);
      killed(List.of(one));
    }
  },
  /** Records that are no messages. */
  POISONED {
    @Override
    void befall(Site site, Random random) {
      try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", site.kafka()), new StringSerializer(),
          new ByteArraySerializer())) {
        for (String topic : List.of("tsunagu.intake", "tsunagu.referral", "tsunagu.follow-up"))
          producer.send(new ProducerRecord<>(topic, POISON, "{".getBytes(StandardCharsets.UTF_8)));
      }
    }
  };

  /** The case that the records which are no messages are about. */
  static final String POISON = "c-poison";

  abstract void befall(Site site, Random random);

  boolean kills() {
    return this == SERVICE_KILLED || this == BOTH_KILLED || this == STORE_KILLED || this == BROKER_KILLED;
  }

  private static void killed(List<Program> programs) {
    programs.forEach(Program::kill);
    programs.forEach(Program::start);
  }

  /** From half a lease to more than one. */
  private static void last(Random random) {
    LockSupport.parkNanos(Duration.ofSeconds(4 + random.nextInt(8)).toNanos());
  }

  private static String service(Random random) {
    return any(Site.SERVICES, random);
  }

  private static String anything(Random random) {
    return random.nextInt(4) == 0 ? any(List.of(Site.STORE, Site.BROKER), random) : service(random);
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
