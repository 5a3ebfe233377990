package jp.tsunagu.directory.leaving;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import jp.tsunagu.runtime.calls.ServiceClients;

/** Custody and referrals are referral's, check-ins and deadlines follow-up's. */
@Component
class HoldingsOfServices implements Holdings {
  private final ServiceClients services;

  HoldingsOfServices(ServiceClients services) {
    this.services = services;
  }

  record Answer(String worker, List<Item> items) {}

  @Override
  public List<Item> of(String organisation, String worker, String reader) {
    return Stream.of("referral", "follow-up").flatMap(service -> ask(service, organisation, worker, reader).stream()).toList();
  }

  /** The organisation is named so that the service can first hear what the directory has to tell of it. */
  private List<Item> ask(String service, String organisation, String worker, String reader) {
    try {
      Answer answer = services.client(service).get()
          .uri("/internal/holdings?worker={worker}&organisation={organisation}&reader={reader}", worker, organisation, reader)
          .retrieve().body(Answer.class);
      if (answer == null) throw new RestClientException("an empty answer");
      return answer.items();
    } catch (RestClientException | org.springframework.security.oauth2.core.OAuth2AuthorizationException e) {
      throw new Unanswered(service, e);
    }
  }
}
