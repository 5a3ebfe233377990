package jp.tsunagu.runtime.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;

import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Journal;
import jp.tsunagu.journal.PendingStreams;
import jp.tsunagu.journal.Stream;

/**
 * Streams as documents: {@code {_id, case, version, published, pending, bucket, fence, bytes, facts, commits}}.
 *
 * <p>
 * An append is one compare-and-set on {@code version}. The collection is expected to have majority, journaled concerns.
 */
public final class MongoJournal<E> implements Journal<E>, PendingStreams<E> {
  /** How many parts the pending streams are shared out in; fixed for the life of the data. */
  public static final int BUCKETS = 16;
  public static final List<Integer> EVERY_BUCKET = IntStream.range(0, BUCKETS).boxed().toList();
  /** Commits of which the history is kept at hand. */
  private static final int RECENT = 5_000;

  private final MongoCollection<Document> streams;
  /** For marks: one that a crash takes back is one commit sent again. */
  private final MongoCollection<Document> marks;
  private final CommitCodec<E> codec;
  private final int maxCommits;
  private final int maxBytes;
  /** As last appended to from here; acts on one case come in bursts. */
  private final Cache<String, Stream<E>> recent = Caffeine.newBuilder().maximumWeight(RECENT)
      .<String, Stream<E>>weigher((id, stream) -> stream.commits().size()).build();

  MongoJournal(MongoCollection<Document> streams, CommitCodec<E> codec, int maxCommits, int maxBytes) {
    this.streams = streams;
    this.marks = streams.withWriteConcern(WriteConcern.W1.withJournal(false));
    this.codec = codec;
    this.maxCommits = maxCommits;
    this.maxBytes = maxBytes;
  }

  @Override
  public Stream<E> load(String id) {
    Document d = streams.find(eq("_id", id)).first();
    return d == null ? Stream.empty(id, "") : stream(d);
  }

  @Override
  public List<Stream<E>> load(Collection<String> ids) {
    return streams.find(in("_id", ids)).map(this::stream).into(new java.util.ArrayList<>());
  }

  private Stream<E> stream(Document d) {
    String caseId = d.getString("case");
    List<Commit<E>> commits = d.getList("commits", Document.class).stream().map(c -> codec.read(c, caseId)).toList();
    return new Stream<>(d.getString("_id"), caseId, CommitCodec.number(d, "published"), commits);
  }

  @Override
  public Optional<Stream<E>> recall(String id) {
    return Optional.ofNullable(recent.getIfPresent(id));
  }

  /** Leaves nothing of a stream at hand: what was personal in it must not be read any more. */
  public void forget(String id) {
    recent.invalidate(id);
  }

  @Override
  public boolean append(Stream<E> stream, Commit<E> commit, Map<String, Object> facts) {
    Document stored = codec.write(commit, stream.caseId());
    int bytes = new RawBsonDocument(stored, new DocumentCodec()).getByteBuffer().remaining();
    if (commit.version() > maxCommits) throw new StreamFull(stream.id(), maxCommits + " commits");
    boolean appended = commit.version() == 1 ? insert(stream, stored, bytes, facts) : update(stream, commit, stored, bytes, facts);
    if (appended) recent.put(stream.id(), stream.with(commit));
    else
      recent.invalidate(stream.id());
    return appended;
  }

  private boolean insert(Stream<E> stream, Document commit, int bytes, Map<String, Object> facts) {
    if (bytes > maxBytes) throw new StreamFull(stream.id(), maxBytes + " bytes");
    try {
      streams.insertOne(new Document("_id", stream.id()).append("case", stream.caseId()).append("version", 1L).append("published", 0L)
          .append("pending", true).append("bucket", bucketOf(stream.id())).append("fence", 0L).append("bytes", (long) bytes)
          .append("facts", storable(facts)).append("commits", List.of(commit)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
      throw e;
    }
  }

  private boolean update(Stream<E> stream, Commit<E> commit, Document stored, int bytes, Map<String, Object> facts) {
    var unchanged = and(eq("_id", stream.id()), eq("version", commit.version() - 1), lt("bytes", (long) maxBytes - bytes));
    var appended = combine(set("version", commit.version()), set("pending", true), inc("bytes", (long) bytes),
        set("facts", storable(facts)),
        push("commits", stored));
    if (streams.updateOne(unchanged, appended).getMatchedCount() == 1) return true;
    if (streams.countDocuments(and(eq("_id", stream.id()), eq("version", commit.version() - 1))) == 0) return false;
    throw new StreamFull(stream.id(), maxBytes + " bytes");
  }

  private static Document storable(Map<String, Object> facts) {
    var d = new Document();
    facts.forEach((name, value) -> d.append(name,
        value instanceof List<?> all ? all.stream().map(MongoJournal::storable).toList() : storable(value)));
    return d;
  }

  private static Object storable(Object value) {
    return value instanceof Instant at ? Date.from(at) : value;
  }

  @Override
  public List<String> pending(Collection<Integer> buckets, int limit) {
    return streams.find(and(eq("pending", true), in("bucket", buckets))).projection(Projections.include("_id")).limit(limit)
        .map(d -> d.getString("_id")).into(new java.util.ArrayList<>());
  }

  /** Of the streams that have something unpublished at most {@code most} are looked at. */
  public Backlog backlog(int most) {
    List<Document> pending = streams.find(and(eq("pending", true), in("bucket", EVERY_BUCKET)))
        .projection(Projections.include("version", "published", "commits.at")).limit(most + 1).into(new java.util.ArrayList<>());
    Backlog looked = pending.stream().limit(most).map(MongoJournal::unpublished).reduce(Backlog.NONE, Backlog::and);
    return new Backlog(looked.commits(), pending.size() > most, looked.oldest());
  }

  private static Backlog unpublished(Document stream) {
    long published = CommitCodec.number(stream, "published");
    long commits = CommitCodec.number(stream, "version") - published;
    if (commits <= 0) return Backlog.NONE;
    Date first = stream.getList("commits", Document.class).get(Math.toIntExact(published)).getDate("at");
    return new Backlog(commits, false, first.toInstant());
  }

  @Override
  public int bucketOf(String stream) {
    return Math.floorMod(stream.hashCode(), BUCKETS);
  }

  @Override
  public boolean markPublished(String stream, long from, long to, long fence) {
    boolean marked = mark(stream, from, to, fence);
    if (marked) recent.asMap().computeIfPresent(stream, (id, known) -> known.publishedUpTo(to));
    return marked;
  }

  private boolean mark(String stream, long from, long to, long fence) {
    var mark = new Mark(stream, from, to, fence);
    if (marks.updateOne(reached(mark), last(mark)).getMatchedCount() == 1) return true;
    return marks.updateOne(current(mark), next(mark)).getMatchedCount() == 1;
  }

  /** Most reach the newest version, so that is tried first; where one did not, it is not known which. */
  @Override
  public void markPublished(List<Mark> all) {
    if (all.isEmpty()) return;
    boolean everyOne = write(all, mark -> new UpdateOneModel<>(reached(mark), last(mark))) == all.size();
    if (!everyOne) write(all, mark -> new UpdateOneModel<>(current(mark), next(mark)));
    for (Mark mark : all) {
      if (everyOne) recent.asMap().computeIfPresent(mark.stream(), (id, known) -> known.publishedUpTo(mark.to()));
      else
        recent.invalidate(mark.stream());
    }
  }

  private int write(List<Mark> all, Function<Mark, UpdateOneModel<Document>> update) {
    return marks.bulkWrite(all.stream().map(update).toList(), new BulkWriteOptions().ordered(false)).getMatchedCount();
  }

  private static Bson current(Mark mark) {
    return and(eq("_id", mark.stream()), eq("published", mark.from()), lte("fence", mark.fence()));
  }

  private static Bson next(Mark mark) {
    return combine(set("published", mark.to()), set("fence", mark.fence()));
  }

  /** Only the mark that reaches the newest version may clear the pending flag; an append in between keeps it. */
  private static Bson reached(Mark mark) {
    return and(current(mark), eq("version", mark.to()));
  }

  private static Bson last(Mark mark) {
    return combine(next(mark), set("pending", false));
  }

  /** Everything counts as unpublished again. Returns how many streams there are. */
  public long republish() {
    long all = streams.updateMany(gt("version", 0L), combine(set("published", 0L), set("pending", true))).getMatchedCount();
    recent.invalidateAll();
    return all;
  }

  /**
   * Ids of streams by a fact, in the order of the fact's values, at most {@code limit}.
   *
   * @param filter on {@code facts.…}, covered by an index
   */
  public List<String> find(Bson filter, Bson sort, int limit) {
    return streams.find(filter).sort(sort).projection(Projections.include("_id")).limit(limit).map(d -> d.getString("_id"))
        .into(new java.util.ArrayList<>());
  }

  /**
   * How far a stream is, without its history.
   *
   * @param version of its last commit
   */
  public record Head(String stream, String caseId, long version) {}

  /** In the order of their ids, which have an index: the streams behind {@code after}, at most {@code limit}. */
  public List<Head> heads(String after, int limit) {
    return streams.find(gt("_id", after)).sort(Sorts.ascending("_id")).projection(Projections.include("case", "version")).limit(limit)
        .map(d -> new Head(d.getString("_id"), d.getString("case"), CommitCodec.number(d, "version"))).into(new java.util.ArrayList<>());
  }

  /**
   * What is stored beside a stream, for lists that need no history.
   *
   * @param facts by name; instants are {@link Date}s
   */
  public record Indexed(String stream, String caseId, Document facts) {}

  /** Facts instead of ids; otherwise as {@link #find}. */
  public List<Indexed> facts(Bson filter, Bson sort, int limit) {
    return streams.find(filter).sort(sort).projection(Projections.include("case", "facts")).limit(limit)
        .map(d -> new Indexed(d.getString("_id"), d.getString("case"), d.get("facts", Document.class))).into(new java.util.ArrayList<>());
  }
}
