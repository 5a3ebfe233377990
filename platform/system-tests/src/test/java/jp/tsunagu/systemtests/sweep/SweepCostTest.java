package jp.tsunagu.systemtests.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.followup.News;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.journal.JournalStore;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.relay.StoreClock;
import jp.tsunagu.store.EmbeddedStore;

/** A sweep costs what is due, however much is armed: counted where the store can explain itself, timed where it cannot. */
class SweepCostTest {
  private static final Instant NOW = Instant.parse("2026-04-01T01:00:00Z");
  private static final int DUE = 100;
  private static final int FEW = 1_000;
  /**
   * A store with real indexes, given from outside, is asked the whole question; our own a smaller one, so that the build stays short.
   * {@code -Dtsunagu.sweep.armed=100000} asks it the whole one.
   */
  private static final String GIVEN = System.getProperty("tsunagu.test.mongo.uri", "");
  private static final boolean EXPLAINS = !GIVEN.isBlank();
  private static final int MANY = Integer.getInteger("tsunagu.sweep.armed", EXPLAINS ? 100_000 : 10_000);

  private record Cost(long examined, Duration time) {}

  @Test
  void costsWhatIsDueAndNotWhatIsArmed() throws IOException {
    Cost few = sweep(FEW);
    Cost many = sweep(MANY);
    System.out.printf("a sweep of %d due among %,d and among %,d armed: %d and %d examined, %d and %d ms%n", DUE, FEW, MANY, few.examined(),
        many.examined(), few.time().toMillis(), many.time().toMillis());
    if (EXPLAINS) assertThat((double) many.examined()).isLessThanOrEqualTo(1.5 * few.examined()).isGreaterThanOrEqualTo(DUE);
  }

  private static Cost sweep(int armed) throws IOException {
    if (EXPLAINS) return sweep(GIVEN, armed);
    Path folder = Files.createTempDirectory("sweep");
    try (var store = EmbeddedStore.start(folder.resolve("store.db"), 0)) {
      return sweep(store.connectionString(), armed);
    }
  }

  private static Cost sweep(String uri, int armed) {
    String name = "sweep-" + UUID.randomUUID().toString().substring(0, 8);
    try (MongoClient beside = MongoClients.create(uri)) {
      var examined = new Examined(beside.getDatabase(name));
      var settings = MongoClientSettings.builder().applyConnectionString(new ConnectionString(uri));
      if (EXPLAINS) settings.addCommandListener(examined);
      try (MongoClient client = MongoClients.create(settings.build())) {
        Duration time = sweep(client.getDatabase(name), armed);
        if (EXPLAINS) assertThat(examined.questions()).isPositive();
        return new Cost(examined.documents(), time);
      }
    }
  }

  private static Duration sweep(MongoDatabase database, int armed) {
    var journals = new Journals(new JournalStore(database), _ -> new CompletableFuture<>(), Leases.all(0));
    CommandHandler<WatchCommand, WatchEvent, Watch> watches = FollowUpParts.watches(journals);
    arm(watches, "due", NOW.minus(Duration.ofHours(1)));
    arm(watches, "later", NOW.plus(Duration.ofDays(30)));
    copies(database, "watch-due", DUE - 1, NOW.minus(Duration.ofHours(1)));
    copies(database, "watch-later", armed - 1, NOW.plus(Duration.ofDays(30)));
    var sweep = FollowUpParts.sweep(watches, journals, new DirectoryView(database), database, new StoreClock(database),
        InstantSource.fixed(NOW), "sweeper");
    long begun = System.nanoTime();
    assertThat(sweep.run()).isEqualTo(DUE);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** A case whose next step is due then. */
  private static void arm(CommandHandler<WatchCommand, WatchEvent, Watch> watches, String caseId, Instant dueAt) {
    var holder = new Party("org05", "org05-1");
    var step = new Step("next-step", StepKind.NEXT_STEP, "org05", "org05-1", dueAt, null, null);
    var news = List.of(new WatchCommand.Follow(1, new News.Opened(holder, Urgency.NORMAL)),
        new WatchCommand.Follow(2, new News.StepsPlanned(List.of(step))));
    watches.handle("watch-" + caseId, caseId, new WatchCommand.FollowAll(news), NOW, Actor.service("follow-up"), Cause.message("first"),
        null);
  }

  private static void copies(MongoDatabase database, String stream, int many, Instant dueAt) {
    var journal = database.getCollection("journal_watch");
    Document one = java.util.Objects.requireNonNull(journal.find(new Document("_id", stream)).first());
    UnaryOperator<String> named = suffix -> stream + "-" + suffix;
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Document facts = new Document(one.get("facts", Document.class)).append("dueAt", Date.from(dueAt.plusMillis(i)));
      batch.add(new Document(one).append("_id", named.apply(Integer.toString(i))).append("bucket", i % 16).append("facts", facts));
      if (batch.size() == 1_000 || i == many - 1) {
        journal.insertMany(batch);
        batch.clear();
      }
    }
  }
}
