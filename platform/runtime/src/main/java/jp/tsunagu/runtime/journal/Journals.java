package jp.tsunagu.runtime.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Leases;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.journal.Publisher;
import jp.tsunagu.journal.Relay;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.trace.Traces;

/** Opens the streams of a service's aggregates: for each a command handler, a relay and a place to mend holes from. */
public final class Journals implements AutoCloseable {
  /** Streams of a kind whose backlog is counted; where more wait, it is bad enough. */
  private static final int MOST_PENDING = 500;

  private final JournalStore store;
  private final Publisher<Message> publisher;
  private final Leases leases;
  private final Executor threads;
  private final Map<String, Opened<?>> opened = new ConcurrentHashMap<>();

  private record Opened<E>(Aggregate<?, E, ?> aggregate, MongoJournal<E> journal, Relay<E, Message> relay) {
    List<Outgoing<Message>> after(String stream, long sequence) {
      Stream<E> loaded = journal.load(stream);
      return aggregate.outbox().after(loaded, 0).stream().filter(m -> m.sequence() > sequence).toList();
    }
  }

  public Journals(JournalStore store, Publisher<Message> publisher, Leases leases) {
    this(store, publisher, leases, Executors.newVirtualThreadPerTaskExecutor());
  }

  /** @param threads on which the relays publish */
  public Journals(JournalStore store, Publisher<Message> publisher, Leases leases, Executor threads) {
    this.threads = threads;
    this.store = store;
    this.publisher = publisher;
    this.leases = leases;
  }

  public <C, E, S> CommandHandler<C, E, S> open(Aggregate<C, E, S> aggregate) {
    MongoJournal<E> journal = store.journal(aggregate.prefix(), aggregate.types(), aggregate.indexedFacts());
    var relay = new Relay<>(journal, aggregate.outbox(), publisher, leases, threads);
    opened.put(aggregate.prefix(), new Opened<>(aggregate, journal, relay));
    return new CommandHandler<>(aggregate.decider(), journal, relay::nudge, Traces::current);
  }

  /** The journal of an opened aggregate, for queries on facts. */
  public MongoJournal<?> journal(String prefix) {
    return of(prefix).journal();
  }

  /** The person of a case was erased: neither their key nor their words stay at hand. */
  public void forget(String caseId) {
    store.forget(caseId);
    opened.values().forEach(one -> one.journal().forget(one.aggregate().stream(caseId)));
  }

  /** The public messages of a stream with a higher sequence; empty for one that does not exist. */
  public List<Outgoing<Message>> messages(String stream, long afterSequence) {
    Opened<?> owner = opened.get(stream.substring(0, Math.max(0, stream.indexOf('-'))));
    return owner == null ? List.of() : owner.after(stream, afterSequence);
  }

  /** How far the streams behind {@code after} are, of all kinds, in the order of their ids; at most {@code limit}. */
  public List<MongoJournal.Head> heads(String after, int limit) {
    List<MongoJournal.Head> heads = new ArrayList<>();
    for (String prefix : opened.keySet().stream().map(p -> p + "-").sorted().toList())
      if (heads.size() < limit && (after.startsWith(prefix) || after.compareTo(prefix) < 0))
        heads.addAll(of(prefix.substring(0, prefix.length() - 1)).journal().heads(after, limit - heads.size()));
    return heads;
  }

  /** What is recorded and not yet with the broker, whichever replica is to publish it. */
  public Backlog backlog() {
    return opened.values().stream().map(one -> one.journal().backlog(MOST_PENDING)).reduce(Backlog.NONE, Backlog::and);
  }

  /** The safety net: starts on whatever is pending in our buckets. */
  public void sweep() {
    for (Opened<?> one : opened.values()) one.relay().sweep();
  }

  /** All messages of all streams go out once more, to readers who know what they have seen. Returns how many streams there are. */
  public long republish() {
    return opened.values().stream().mapToLong(one -> one.journal().republish()).sum();
  }

  /** Returns when nothing is on its way to the broker any more, or when that takes too long; what is left stays pending in the store. */
  public void drain(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (opened.values().stream().anyMatch(one -> one.relay().isBusy()) && System.nanoTime() < until) Thread.sleep(10);
  }

  private Opened<?> of(String prefix) {
    Opened<?> found = opened.get(prefix);
    if (found == null) throw new IllegalStateException("no aggregate with the prefix " + prefix);
    return found;
  }

  @Override
  public void close() {
    if (threads instanceof ExecutorService ours) ours.shutdown();
  }
}
