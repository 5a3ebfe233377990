package jp.tsunagu.identity.account;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A program that may ask for tokens: with a redirect URI for the people in front of it, without one for itself.
 *
 * @param organisation whom it acts for; null for a service of the installation and for the desk, which act for nobody
 * @param worker       as whom; if that worker's log-in is taken away, the client gets no more tokens
 * @param scopes       what it may ask for
 */
@Document("clients")
public record Client(@Id String id, String secretHash, @Nullable String organisation, @Nullable String worker, Set<Role> roles,
    Set<String> scopes, Set<String> redirectUris, Set<String> postLogoutUris, boolean active) {
  public Client {
    if (id.isBlank() || secretHash.isBlank()) throw new IllegalArgumentException("a client has an id and a secret");
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    redirectUris = Set.copyOf(redirectUris);
    postLogoutUris = Set.copyOf(postLogoutUris);
  }

  /** Acts as a named worker of an organisation. */
  public static Client machine(String id, String secretHash, String organisation, String worker, Set<Role> roles) {
    return new Client(id, secretHash, organisation, worker, roles, Set.of(), Set.of(), Set.of(), true);
  }

  /** A part of the installation: names no worker, may do what its scopes say. */
  public static Client service(String id, String secretHash, Set<String> scopes) {
    return new Client(id, secretHash, null, null, Set.of(), scopes, Set.of(), Set.of(), true);
  }

  public boolean forPeople() {
    return !redirectUris.isEmpty();
  }

  @Override
  public String toString() {
    return "Client[" + id + " as " + worker + " " + scopes + (active ? "" : " inactive") + "]";
  }
}
