package jp.tsunagu.runtime.calls;

import java.util.List;

import org.springframework.core.ParameterizedTypeReference;

import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.WireMessage;

/** Asks a publisher's journal endpoint for what the broker has not brought yet. */
public final class JournalClient implements PublisherJournals {
  private static final ParameterizedTypeReference<List<WireMessage>> MESSAGES = new ParameterizedTypeReference<>() {
  };

  private final ServiceClients clients;

  public JournalClient(ServiceClients clients) {
    this.clients = clients;
  }

  @Override
  public List<WireMessage> after(String service, String stream, long sequence) {
    List<WireMessage> messages = clients.client(service).get().uri("/internal/journal/{stream}?after={sequence}", stream, sequence)
        .retrieve()
        .body(MESSAGES);
    return messages == null ? List.of() : messages;
  }
}
