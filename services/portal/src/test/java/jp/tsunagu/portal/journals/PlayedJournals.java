package jp.tsunagu.portal.journals;

import jp.tsunagu.runtime.journal.MongoJournal.Head;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.runtime.inbox.Envelope;

/** The publishers' journals as a test writes them; they can be away. */
public final class PlayedJournals implements Journals {
  private final ConcurrentSkipListMap<String, List<Envelope>> streams = new ConcurrentSkipListMap<>();
  public final AtomicInteger histories = new AtomicInteger();
  public volatile boolean away;

  public void write(CaseStory story) {
    story.envelopes().forEach(this::write);
  }

  public void write(Envelope e) {
    streams.computeIfAbsent(e.stream(), _ -> new CopyOnWriteArrayList<>()).add(e);
  }

  @Override
  public List<Head> heads(String service, String after, int limit) {
    reachable();
    return new TreeMap<>(streams.tailMap(after, false)).entrySet().stream().filter(s -> Streams.service(s.getKey()).equals(service))
        .limit(limit).map(s -> new Head(s.getKey(), s.getValue().getFirst().caseId(), s.getValue().getLast().version())).toList();
  }

  @Override
  public List<Envelope> after(String stream, long sequence) {
    reachable();
    return streams.getOrDefault(stream, List.of()).stream().filter(e -> e.sequence() > sequence).toList();
  }

  @Override
  public List<Envelope> ofCase(String caseId, Collection<String> more) {
    histories.incrementAndGet();
    return Merged.of(Stream.concat(Streams.ofCase(caseId).stream(), more.stream()).distinct().flatMap(s -> after(s, 0).stream()).toList());
  }

  private void reachable() {
    if (away) throw new IllegalStateException("the publisher is away");
  }
}
