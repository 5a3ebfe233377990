package jp.tsunagu.runtime.vault;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.http.Problem;

/** Asks intake, as this service. */
public final class AskedKeys implements KeptSeals.Keys {
  private final ServiceClients clients;

  public AskedKeys(ServiceClients clients) {
    this.clients = clients;
  }

  @Override
  public Optional<PersonKey> find(String caseId) {
    try {
      return Optional.ofNullable(clients.client("intake").get().uri("/internal/keys/{caseId}", caseId).retrieve().body(Key.class))
          .map(key -> PersonKey.parse(key.key()));
    } catch (HttpClientErrorException e) {
      if (e.getStatusCode().isSameCodeAs(HttpStatus.GONE)) return Optional.empty();
      throw away();
    } catch (RestClientException e) {
      throw away();
    }
  }

  /** What intake answers: 200 with the key, 410 for an erased person, 404 for a case it does not know. */
  public record Key(String key) {
    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  private static Problem away() {
    return Problem.unavailable("vault-away", "What is written about a person cannot be read or kept at the moment; try again.");
  }
}
