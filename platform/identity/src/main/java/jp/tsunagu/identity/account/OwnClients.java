package jp.tsunagu.identity.account;

import java.util.Set;

import jp.tsunagu.identity.IdentitySettings;
import jp.tsunagu.identity.IdentitySettings.OwnClient;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Registers the desk and the services as configured, at every start; a new secret takes effect then. */
@Component
class OwnClients implements ApplicationRunner {
  private static final String DESK = "tsunagu-desk";

  private final IdentitySettings settings;
  private final Accounts accounts;

  OwnClients(IdentitySettings settings, Accounts accounts) {
    this.settings = settings;
    this.accounts = accounts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    settings.clients().forEach((id, client) -> {
      if (client.secret().isBlank()) accounts.deactivateClient(id);
      else register(id, client);
    });
  }

  private void register(String id, OwnClient client) {
    String hash = accounts.hashSecret(client.secret());
    accounts.save(id.equals(DESK) ? desk(hash) : Client.service(id, hash, client.scopes()));
  }

  private Client desk(String hash) {
    return new Client(DESK, hash, null, null, Set.of(), Set.of("openid", "profile"), Set.of(settings.deskRedirect()),
        Set.of(settings.issuer() + "/"), true);
  }
}
