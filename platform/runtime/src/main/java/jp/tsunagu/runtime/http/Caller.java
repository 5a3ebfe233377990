package jp.tsunagu.runtime.http;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.oauth2.jwt.Jwt;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Actor;

/** Who calls, by the token's word: a worker of an organisation (a machine acts as one), or a service. */
public record Caller(String organisation, String worker, Set<Role> roles) {
  public static Caller of(Jwt token) {
    String organisation = token.getClaimAsString("org");
    String worker = token.getClaimAsString("worker");
    if (organisation == null || worker == null) return new Caller("tsunagu", String.valueOf(token.getSubject()), Set.of());
    List<String> roles = token.getClaimAsStringList("roles");
    return new Caller(organisation, worker, roles == null ? Set.of() : known(roles));
  }

  /** A role this version does not know gives no right. */
  private static Set<Role> known(List<String> roles) {
    return Arrays.stream(Role.values()).filter(r -> roles.contains(r.name())).collect(Collectors.toUnmodifiableSet());
  }

  /** With those of the roles that are still theirs. */
  public Caller keeping(Set<Role> others) {
    return roles.isEmpty()
        ? this
        : new Caller(organisation, worker, roles.stream().filter(others::contains).collect(Collectors.toUnmodifiableSet()));
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** A caseworker, or the manager who stands in for one. Coordinating and administering give no part in a case. */
  public boolean supportsPeople() {
    return is(Role.CASEWORKER) || is(Role.MANAGER);
  }

  public Party party() {
    return new Party(organisation, worker);
  }

  public Actor actor() {
    return new Actor(organisation, worker);
  }
}
