package jp.tsunagu.runtime.calls;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;

import jp.tsunagu.runtime.journal.MongoJournal;

/** Asks a service how far its streams are. */
public record JournalHeads(ServiceClients clients) {
  private static final ParameterizedTypeReference<List<MongoJournal.Head>> HEADS = new ParameterizedTypeReference<>() {
  };

  /** The streams behind {@code after}, in the order of their ids; fewer than {@code limit} are the last ones. */
  public List<MongoJournal.Head> of(String service, String after, int limit) {
    List<MongoJournal.Head> heads = clients.client(service).get().uri("/internal/journal/heads?after={after}&limit={limit}", after, limit)
        .retrieve().body(HEADS);
    return heads == null ? List.of() : heads;
  }
}
