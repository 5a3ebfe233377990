package jp.tsunagu.bench;

import static com.mongodb.client.model.Filters.eq;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.springframework.context.Lifecycle;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;

import jp.tsunagu.followup.sweep.DueSweep;
import jp.tsunagu.local.LocalSystem;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * What more cases cost whoever has as much to do as before: a work list, the board and the sweep of what is due, at more and more cases
 * with the same amount shown and due. The cases are copies of one that went through the door, of all that is stored of it.
 */
final class Growth {
  private static final int DUE = 200;
  private static final int LOOKS = 200;
  private static final int SLICE = 500;
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  /** Dates are texts in it, as they are in events. */
  private static final JsonWriterSettings PLAIN = JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  /** Where something of a case is stored. */
  private record Place(String database, String collection, String key) {}

  private static final Place WATCHES = new Place("tsunagu-follow-up", "journal_watch", "watch-");
  private static final List<Place> PLACES = List.of(new Place("tsunagu-intake", "journal_casefile", "casefile-"),
      new Place("tsunagu-referral", "journal_journey", "journey-"), WATCHES, new Place("tsunagu-portal", "ledgers", ""));

  private final Door door;
  private final MongoClient mongo;
  private final DueSweep sweep;
  private final String shown;
  private final Table table = new Table("cases", "work list, p50 ms", "board, p50 ms", "sweep, ms for each date that is over");
  private int copied;
  private int asked;

  Growth(LocalSystem system, Door door, MongoClient mongo) throws InterruptedException {
    this.door = door;
    this.mongo = mongo;
    var followUp = system.part("follow-up");
    followUp.getBean("sweeping", Lifecycle.class).stop(); // from here on it sweeps when it is asked to
    system.part("portal").getBean("rounds", Lifecycle.class).stop(); // what is closed under a person's key fits no copy, as an audit would tell
    this.sweep = followUp.getBean(DueSweep.class);
    HandOver original = HandOver.prepare(door, "org02", "org03");
    original.propose();
    original.awaitInRecipientsWork();
    Thread.sleep(Bench.SETTLING);
    this.shown = original.caseId();
  }

  /** Copies until there are so many, then looks. */
  void at(int cases) throws InterruptedException {
    int before = copied;
    while (copied < cases) copied += copy(Math.min(SLICE, cases - copied));
    awaitBoard();
    double passed = sweep(before);
    Thread.sleep(Bench.SETTLING);
    table.row("%,d".formatted(cases), median(() -> door.get("org02", "/api/worklist")), median(() -> door.get("secretariat", nextBoard())),
        "%.2f".formatted(passed));
  }

  Table table() {
    return table.note("Shown are as many entries as before, and %d dates are due, however many cases there are.".formatted(DUE));
  }

  private int copy(int count) {
    for (Place place : PLACES) {
      String original = stored(place).toJson(PLAIN);
      List<Document> copies = IntStream.range(copied, copied + count).mapToObj(i -> copy(original, place, i)).toList();
      collection(place).insertMany(copies, new InsertManyOptions().ordered(false));
    }
    return count;
  }

  private MongoCollection<Document> collection(Place place) {
    return mongo.getDatabase(place.database()).getCollection(place.collection());
  }

  private Document stored(Place place) {
    return Objects.requireNonNull(collection(place).find(eq("_id", place.key() + shown)).first(), place.collection());
  }

  /** Owed by somebody else each, so that nobody's list grows. */
  private Document copy(String original, Place place, int number) {
    String text = original.replace(shown, caseId(number));
    for (String worker : List.of("org02-1", "org03-1")) text = text.replace(worker, worker + number);
    Document copy = Document.parse(text);
    if (copy.containsKey("bucket")) copy.put("bucket", Math.floorMod(copy.getString("_id").hashCode(), MongoJournal.BUCKETS));
    return copy;
  }

  private static String caseId(int number) {
    return "c-bench-%06d".formatted(number);
  }

  private void awaitBoard() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (door.get("secretariat", nextBoard()).path("opened").asInt(0) < copied) {
      if (System.nanoTime() > end) throw new IllegalStateException("the board does not come to know %,d cases".formatted(copied));
      Thread.sleep(500);
    }
  }

  /** Each time of another period, because an answer is kept until something changes. */
  private String nextBoard() {
    return "/api/board?from=" + FIRST.plusDays(asked++ % 2_000) + "&to=2099-12-31";
  }

  private String median(Runnable look) {
    for (int i = 0; i < LOOKS; i++) look.run(); // not counted
    var times = new Latencies();
    for (int i = 0; i < LOOKS; i++) {
      long began = System.nanoTime();
      look.run();
      times.add(System.nanoTime() - began);
    }
    return "%.2f".formatted(times.millis(50));
  }

  /** Lets the dates of some cases be over and returns how long the sweep has for each of them, in ms. */
  private double sweep(int first) {
    Document watch = stored(WATCHES);
    String dueAt = watch.get("facts", Document.class).getDate("dueAt").toInstant().toString();
    String past = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).toString();
    String original = watch.toJson(PLAIN).replace(dueAt, past);
    for (int i = first; i < first + DUE; i++) collection(WATCHES).replaceOne(eq("_id", "watch-" + caseId(i)), copy(original, WATCHES, i));
    long began = System.nanoTime();
    int told = 0;
    while (told < DUE) told += sweep.run();
    return (System.nanoTime() - began) / 1e6 / told;
  }
}
