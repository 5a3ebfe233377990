package jp.tsunagu.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import org.slf4j.LoggerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replies to a write only after it was committed and synced, unless the client says that it need not be ({@code j: false}):
 * such a write is on the disk with the next one that waits, or a few seconds later.
 *
 * <p>Two locks. {@code commands}: one command at a time, and no commit in the middle of one. {@code commits}: one commit
 * and its sync at a time; it is taken first. While one thread syncs, others run their commands and then queue for
 * {@code commits}; the next one in commits for all of them (group commit), the rest find their write already durable.
 */
final class DurableBackend extends H2Backend {
  /** Commands that change nothing. Any other waits for the disk. */
  private static final Set<String> READS = Set.of("find", "count", "distinct", "getmore", "killcursors", "ping",
      "ismaster", "buildinfo", "serverstatus", "listcollections", "listindexes", "endsessions",
      "whatsmyuri", "connectionstatus", "getlog", "collstats", "dbstats", "hostinfo", "getlasterror", "validate");
  private static final Set<String> CREATE_OPTIONS = Set.of("create", "comment", "writeConcern");
  private static final int BATCH = 1000;

  private final StoreFile file;
  private final ReentrantLock commits = new ReentrantLock();
  private final ReentrantLock commands = new ReentrantLock();
  private volatile long written; // commands executed; changed under commands
  private long durable; // of these, synced; guarded by commits
  private long compacted; // written, when the file was last compacted
  private volatile @Nullable Throwable failure; // of a commit: nothing may be acknowledged any more
  private final ScheduledExecutorService housekeeping = Executors
      .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("store-housekeeping").factory());

  DurableBackend(StoreFile file) {
    this.file = file;
    super(file.store()); // opens the databases
    commit(() -> {});
    housekeeping.scheduleWithFixedDelay(this::compact, 3, 3, TimeUnit.SECONDS);
  }

  @Override
  protected MongoDatabase openOrCreateDatabase(String name) {
    return new IndexedDatabase(name, getMvStore(), getCursorRegistry());
  }

  @Override
  public Document handleCommand(Channel channel, String database, String command, Document query) {
    String name = command.toLowerCase(Locale.ROOT);
    if (name.equals("hello")) { // the library knows only the old name; health checks use the new one
      return handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
    }
    refuseUnsupported(name, query);
    if (name.equals("listdatabases")) return listDatabases();
    if (name.equals("find") || name.equals("getmore")) query.putIfAbsent("batchSize", BATCH); // else: all in one message
    boolean write = name.equals("aggregate") ? hasOutput(query) : !READS.contains(name);
    long seq = 0;
    try {
      commands.lock();
      try {
        checkHealthy();
        return apart(super.handleCommand(channel, database, command, query));
      } finally {
        if (write) seq = ++written;
        commands.unlock();
      }
    } finally {
      if (write && !isLeisurely(query)) awaitDurable(seq); // a failed command too: it may have changed something, or seen a change
    }
  }

  /**
   * An answer without the stored documents themselves: it is encoded while other commands go on, and an update may put other values into
   * the very document. What lies deeper is never changed, an update puts something new in its place.
   */
  private static Document apart(Document answer) {
    Document apart = answer.clone();
    apart.replaceAll((name, part) -> part instanceof Document cursor ? withoutStored(cursor) : part);
    return apart;
  }

  /** A cursor with its batch, or a document by itself. */
  private static Document withoutStored(Document part) {
    Document apart = part.clone();
    apart.replaceAll((name, value) -> value instanceof Collection<?> batch ? batch.stream().map(DurableBackend::shallow).toList() : value);
    return apart;
  }

  private static @Nullable Object shallow(@Nullable Object value) {
    return value instanceof Document stored ? stored.clone() : value;
  }

  /**
   * Names only. To say how large they are the library opens every database anew, with all its indexes, and health checks list
   * them all the time.
   */
  private Document listDatabases() {
    commands.lock();
    try {
      checkHealthy();
      List<Document> all = listDatabaseNames().stream().sorted().map(n -> new Document("name", n)).toList();
      return new Document("databases", all).append("ok", 1.0);
    } finally {
      commands.unlock();
    }
  }

  /** The find of drivers older than 2016, which would bypass the locks. */
  @Override
  public QueryResult handleQuery(MongoQuery query) {
    throw new UnsupportedOperationException("OP_QUERY");
  }

  private static void refuseUnsupported(String command, Document query) {
    // the library renames the wrong maps: the documents would be gone after a restart
    if (command.equals("renamecollection")) throw unsupported("renameCollection");
    if (query.containsKey("startTransaction") || query.containsKey("autocommit")) throw unsupported("transactions");
    if (query.containsKey("collation")) throw unsupported("collation");
    if (command.equals("listdatabases") && query.get("filter") instanceof Document d && !d.isEmpty())
      throw unsupported("a filter of databases");
    for (String statements : new String[]{"updates", "deletes"}) {
      if (query.get(statements) instanceof Collection<?> c
          && c.stream().anyMatch(s -> s instanceof Document d && d.containsKey("collation"))) {
        throw unsupported("collation");
      }
    }
    if (command.equals("create")) {
      for (String option : query.keySet()) {
        if (!CREATE_OPTIONS.contains(option) && !option.startsWith("$") && !option.equals("lsid"))
          throw unsupported("collection option " + option);
      }
    }
  }

  static MongoServerError unsupported(String what) {
    return new MongoServerError(ErrorCode.BadValue, "the embedded store does not support " + what);
  }

  private static boolean hasOutput(Document aggregate) {
    return aggregate.get("pipeline") instanceof Collection<?> stages
        && stages.stream().anyMatch(s -> s instanceof Document d && (d.containsKey("$out") || d.containsKey("$merge")));
  }

  private static boolean isLeisurely(Document command) {
    return command.get("writeConcern") instanceof Document concern && Boolean.FALSE.equals(concern.get("j"));
  }

  private void checkHealthy() {
    if (failure != null) throw new IllegalStateException("the store failed and must be restarted", failure);
  }

  private void awaitDurable(long seq) {
    commits.lock();
    try {
      if (durable < seq) commit(() -> {});
    } finally {
      commits.unlock();
    }
  }

  /** After a failure nothing is committed again: a second fsync may report success for pages that the first one lost. */
  private void commit(Runnable before) {
    commits.lock();
    try {
      checkHealthy();
      long upTo;
      commands.lock();
      try {
        before.run();
        upTo = written;
        file.commit();
      } finally {
        commands.unlock();
      }
      file.sync();
      durable = upTo;
    } catch (Throwable t) {
      if (failure == null) failure = t;
      throw t;
    } finally {
      commits.unlock();
    }
  }

  /** MVStore's own background thread would do this, had we not disabled it. */
  private void compact() {
    try {
      if (compacted == written || failure != null) return; // else an idle store would be rewritten for ever
      compacted = written;
      commit(() -> getMvStore().compact(70, 2 << 20));
    } catch (Throwable t) { // thrown on, it would end the schedule
      LoggerFactory.getLogger(DurableBackend.class).error("compaction failed", t);
    }
  }

  /** Not shutdownNow: an interrupt in the middle of a compaction closes the file under the store. */
  @Override
  public void close() {
    housekeeping.shutdown();
    try {
      housekeeping.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the locks below still wait for a running compaction
    }
    commits.lock();
    commands.lock();
    try {
      if (failure == null) super.close();
      else getMvStore().closeImmediately(); // what was not acknowledged must not get into the file after all
    } finally {
      commands.unlock();
      commits.unlock();
      file.close();
    }
  }
}
