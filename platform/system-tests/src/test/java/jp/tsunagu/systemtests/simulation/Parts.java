package jp.tsunagu.systemtests.simulation;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.inbox.ParkingLot;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;
import jp.tsunagu.runtime.relay.MongoLeases;
import jp.tsunagu.runtime.relay.StoreClock;
import jp.tsunagu.runtime.trace.Traces;

/** What every process of every service is made of, new in each of its lives; as {@code StreamsConfiguration} puts it together. */
final class Parts {
  private final Life life;
  private final MongoDatabase database;
  private final StoreClock storeClock;
  private final MongoLeases leases;
  private final Journals journals;
  private final ParkingLot parking;
  private final Inbox inbox;

  Parts(Ground ground, String service, Life life, PublisherJournals publishers) {
    this.life = life;
    this.database = ground.database(service, life);
    this.storeClock = new StoreClock(database, ground.clock()::nanos);
    this.leases = new MongoLeases(database, storeClock, "relay", MongoJournal.BUCKETS, life.name());
    this.journals = new Journals(new JournalStore(database, Unsealed.WORDS), ground.publisher(service, life), leases,
        task -> life.tasks().add(task));
    this.parking = new ParkingLot(database, ground.clock()::nanos);
    this.inbox = new Inbox(database, publishers, parking, ground.wire(), Traces.none(), ground.clock(), Runnable::run);
  }

  Life life() {
    return life;
  }

  MongoDatabase database() {
    return database;
  }

  StoreClock storeClock() {
    return storeClock;
  }

  MongoLeases leases() {
    return leases;
  }

  Journals journals() {
    return journals;
  }

  Inbox inbox() {
    return inbox;
  }

  DirectoryView directory() {
    return Council.DIRECTORY;
  }
}
