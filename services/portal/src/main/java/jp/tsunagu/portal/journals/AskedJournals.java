package jp.tsunagu.portal.journals;

import jp.tsunagu.runtime.journal.MongoJournal.Head;
import jp.tsunagu.runtime.calls.JournalHeads;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;

/** Asks over HTTP, with the portal's own token. */
public final class AskedJournals implements Journals {
  private final JournalHeads heads;
  private final PublisherJournals publishers;
  private final Wire wire;

  public AskedJournals(ServiceClients clients, PublisherJournals publishers, Wire wire) {
    this.heads = new JournalHeads(clients);
    this.publishers = publishers;
    this.wire = wire;
  }

  @Override
  public List<Head> heads(String service, String after, int limit) {
    return heads.of(service, after, limit);
  }

  @Override
  public List<Envelope> after(String stream, long sequence) {
    return publishers.after(Streams.service(stream), stream, sequence).stream().map(wire::open).toList();
  }

  @Override
  public List<Envelope> ofCase(String caseId, Collection<String> more) {
    return Merged.of(Stream.concat(Streams.ofCase(caseId).stream(), more.stream()).distinct().flatMap(stream -> after(stream, 0).stream())
        .toList());
  }
}
