package jp.tsunagu.portal.journals;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;

/** Asks over HTTP, with the portal's own token. */
public final class AskedJournals implements Journals {
  private static final ParameterizedTypeReference<List<Head>> HEADS = new ParameterizedTypeReference<>() {
  };

  private final ServiceClients clients;
  private final PublisherJournals publishers;
  private final Wire wire;

  public AskedJournals(ServiceClients clients, PublisherJournals publishers, Wire wire) {
    this.clients = clients;
    this.publishers = publishers;
    this.wire = wire;
  }

  @Override
  public List<Head> heads(String service, String after, int limit) {
    List<Head> heads = clients.client(service).get().uri("/internal/journal/heads?after={after}&limit={limit}", after, limit).retrieve()
        .body(HEADS);
    return heads == null ? List.of() : heads;
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
