package jp.tsunagu.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A journal that lives as long as the process; for specs and simulations. Passes the same contract as the durable one. */
public final class InMemoryJournal<E> implements Journal<E>, PendingStreams<E> {
  private record Entry<E>(Stream<E> stream, Map<String, Object> facts, long fence) {}

  private final Map<String, Entry<E>> entries = new ConcurrentHashMap<>();
  private final int buckets;
  private final int maxCommits;
  private final int maxBytes;

  public InMemoryJournal(int buckets) {
    this(buckets, MAX_COMMITS, MAX_BYTES);
  }

  /** With limits of its own; the size of a commit is that of its events as text. */
  public InMemoryJournal(int buckets, int maxCommits, int maxBytes) {
    this.buckets = buckets;
    this.maxCommits = maxCommits;
    this.maxBytes = maxBytes;
  }

  @Override
  public Stream<E> load(String id) {
    Entry<E> entry = entries.get(id);
    return entry == null ? Stream.empty(id, "") : entry.stream();
  }

  @Override
  public List<Stream<E>> load(Collection<String> ids) {
    return ids.stream().distinct().map(entries::get).filter(Objects::nonNull).map(Entry::stream).toList();
  }

  @Override
  public synchronized boolean append(Stream<E> stream, Commit<E> commit, Map<String, Object> facts) {
    Entry<E> entry = entries.get(stream.id());
    Stream<E> now = entry == null ? Stream.empty(stream.id(), stream.caseId()) : entry.stream();
    if (now.version() != commit.version() - 1) return false;
    if (now.commits().size() >= maxCommits) throw new StreamFull(stream.id(), maxCommits + " commits");
    if (size(now.events()) + size(commit.events()) > maxBytes) throw new StreamFull(stream.id(), maxBytes + " bytes");
    List<Commit<E>> commits = new ArrayList<>(now.commits());
    commits.add(commit);
    entries.put(stream.id(),
        new Entry<>(new Stream<>(now.id(), now.caseId(), now.published(), commits), Map.copyOf(facts), entry == null ? 0 : entry.fence()));
    return true;
  }

  private static int size(List<?> events) {
    return events.stream().mapToInt(e -> e.toString().length()).sum();
  }

  public Map<String, Object> facts(String id) {
    Entry<E> entry = entries.get(id);
    return entry == null ? Map.of() : entry.facts();
  }

  @Override
  public List<String> pending(Collection<Integer> owned, int limit) {
    return entries.values().stream().map(Entry::stream).filter(s -> s.published() < s.version() && owned.contains(bucketOf(s.id())))
        .map(Stream::id).limit(limit).toList();
  }

  @Override
  public int bucketOf(String stream) {
    return Math.floorMod(stream.hashCode(), buckets);
  }

  @Override
  public synchronized boolean markPublished(String stream, long from, long to, long fence) {
    Entry<E> entry = entries.get(stream);
    if (entry == null || entry.stream().published() != from || entry.fence() > fence) return false;
    Stream<E> s = entry.stream();
    entries.put(stream, new Entry<>(new Stream<>(s.id(), s.caseId(), to, s.commits()), entry.facts(), fence));
    return true;
  }
}
