package jp.tsunagu.identity;

import static jp.tsunagu.identity.Browser.claims;
import static jp.tsunagu.identity.Browser.json;
import static jp.tsunagu.identity.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;

/** Machines and services ask for tokens of their own; the directory keeps the log-ins. */
class MachinesTest {
  private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

  private static Identity identity;

  @BeforeAll
  static void start(@TempDir Path folder) {
    identity = new Identity(folder);
  }

  @AfterAll
  static void stop() {
    identity.close();
  }

  @Test
  void actsAsAWorkerOfItsOrganisation() {
    var token = claims(json(identity.browser().token(GRANT, "org05", "demo")).get("access_token").asString());
    assertThat(token.get("org").asString()).isEqualTo("org05");
    assertThat(token.get("worker").asString()).isEqualTo("org05-1");
    assertThat(token.get("roles").toString()).isEqualTo("[\"CASEWORKER\"]");
  }

  @Test
  void givesAServiceItsScopesAndNobodysName() {
    var token = claims(
        json(identity.browser().token(scope("holdings"), "service-directory", Identity.SECRET)).get("access_token").asString());
    assertThat(token.get("sub").asString()).isEqualTo("service-directory");
    assertThat(token.get("scope").toString()).isEqualTo("[\"holdings\"]");
    assertThat(token.propertyNames()).doesNotContain("org", "worker", "roles");
  }

  @Test
  void givesAServiceAllItsScopesIfItAsksForNone() {
    var token = claims(json(identity.browser().token(GRANT, "service-directory", Identity.SECRET)).get("access_token").asString());
    assertThat(token.get("scope").toString()).isEqualTo("[\"accounts\",\"holdings\",\"journal\"]");
  }

  @Test
  void refusesAScopeThatIsNotItsOwn() {
    assertThat(identity.browser().token(scope("contacts"), "service-directory", Identity.SECRET).body()).contains("invalid_scope");
  }

  @Test
  void refusesAnUnknownClientAndAWrongSecretAlike() {
    var unknown = identity.browser().token(GRANT, "org99", "demo");
    var wrong = identity.browser().token(GRANT, "org05", "wrong");
    assertThat(unknown.statusCode()).isEqualTo(401).isEqualTo(wrong.statusCode());
    assertThat(unknown.body()).contains("invalid_client").isEqualTo(wrong.body());
  }

  @Test
  void refusesAClientThatWasTakenAway() {
    identity.accounts().save(Client.machine("org09", identity.accounts().hashSecret("demo"), "org09", "org09-1", Set.of()));
    identity.accounts().deactivateClient("org09");
    assertThat(identity.browser().token(GRANT, "org09", "demo").statusCode()).isEqualTo(401);
  }

  @Test
  void refusesAMachineWhoseWorkerHasLeft() {
    identity.accounts().save(new Account("org10-1", "org10", Set.of(), null, true));
    identity.accounts().save(Client.machine("org10", identity.accounts().hashSecret("demo"), "org10", "org10-1", Set.of()));
    identity.accounts().deactivate("org10-1");
    assertThat(identity.browser().token(GRANT, "org10", "demo").body()).contains("invalid_grant");
  }

  @Test
  void registersNoServiceWithoutASecret() {
    assertThat(identity.browser().token(GRANT, "service-portal", "guess").statusCode()).isEqualTo(401);
    assertThat(identity.accounts().findClient("service-portal")).isEmpty();
  }

  @Test
  void letsTheDirectoryKeepLogIns() {
    String token = json(identity.browser().token(scope("accounts"), "service-directory", Identity.SECRET)).get("access_token").asString();
    String path = "/internal/identity/accounts/org11-1";
    String body = "{\"organisation\":\"org11\",\"roles\":[\"MANAGER\"],\"password\":\"a long enough password\"}";
    assertThat(identity.browser().put(path, body, token).statusCode()).isEqualTo(204);
    assertThat(location(identity.browser().logIn("org11-1", "a long enough password"))).isEqualTo(Identity.ISSUER + "/");
    identity.browser().put(path, "{\"organisation\":\"org11\",\"roles\":[\"MANAGER\"],\"active\":false}", token);
    assertThat(location(identity.browser().logIn("org11-1", "a long enough password"))).endsWith("?error");
    identity.browser().put(path, "{\"organisation\":\"org11\",\"roles\":[\"MANAGER\"]}", token);
    assertThat(location(identity.browser().logIn("org11-1", "a long enough password"))).isEqualTo(Identity.ISSUER + "/");
  }

  @Test
  void refusesAShortPasswordAndAnUnknownField() {
    String token = json(identity.browser().token(scope("accounts"), "service-directory", Identity.SECRET)).get("access_token").asString();
    String path = "/internal/identity/accounts/org12-1";
    assertThat(identity.browser().put(path, "{\"organisation\":\"org12\",\"roles\":[],\"password\":\"short\"}", token).statusCode())
        .isEqualTo(422);
    assertThat(identity.browser().put(path, "{\"organisation\":\"org12\",\"roles\":[],\"admin\":true}", token).statusCode()).isEqualTo(400);
    assertThat(identity.accounts().find("org12-1")).isEmpty();
  }

  @Test
  void keepsEverybodyElseFromTheLogIns() {
    String path = "/internal/identity/accounts/org05-1";
    String worker = json(identity.browser().token(GRANT, "org05", "demo")).get("access_token").asString();
    String other = json(identity.browser().token(scope("journal"), "service-directory", Identity.SECRET)).get("access_token").asString();
    for (String token : new String[]{worker, other})
      assertThat(identity.browser().put(path, "{\"organisation\":\"org05\",\"roles\":[\"ADMINISTRATOR\"]}", token).statusCode())
          .isEqualTo(403);
    assertThat(identity.browser().put(path, "{}", "nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void publishesItsKeysWithoutTheirPrivatePart() {
    var keys = json(identity.browser().get("/oauth2/jwks")).get("keys");
    assertThat(keys.size()).isEqualTo(1);
    assertThat(keys.get(0).propertyNames()).contains("kid", "n", "e").doesNotContain("d", "p", "q");
    var server = json(identity.browser().get("/.well-known/openid-configuration"));
    assertThat(server.get("issuer").asString()).isEqualTo(Identity.ISSUER);
    assertThat(server.get("authorization_endpoint").asString()).isEqualTo(Identity.ISSUER + "/oauth2/authorize");
  }

  @Test
  void saysItIsUpAndNoMore() {
    assertThat(identity.browser().get("/actuator/health", "Accept", "application/json").body()).contains("\"UP\"").doesNotContain("mongo");
    assertThat(identity.browser().get("/actuator/env").statusCode()).isNotEqualTo(200);
  }

  @Test
  void saysToAProbeAndToWhoWatchesWhatItNeeds() {
    assertThat(identity.browser().get("/actuator/health/readiness", "Accept", "application/json").body())
        .contains("\"store\":{\"status\":\"UP\"}");
    String watched = "/actuator/health/dependencies";
    assertThat(identity.browser().get(watched, "Accept", "application/json").statusCode()).isEqualTo(401);
    identity.accounts().save(Client.service("watching", identity.accounts().hashSecret("demo"), Set.of("metrics")));
    String token = json(identity.browser().token(GRANT, "watching", "demo")).get("access_token").asString();
    assertThat(identity.browser().get(watched, "Accept", "application/json", "Authorization", "Bearer " + token).body())
        .contains("\"store\":{");
  }

  private static Map<String, String> scope(String scope) {
    return Map.of("grant_type", "client_credentials", "scope", scope);
  }
}
