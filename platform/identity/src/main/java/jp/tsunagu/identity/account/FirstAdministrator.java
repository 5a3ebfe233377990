package jp.tsunagu.identity.account;

import java.util.Set;

import jp.tsunagu.identity.IdentitySettings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Lets the first one in: everybody else gets a letter from somebody who is in already. Once there is an administrator this does
 * nothing, though the setting stays: neither does it bring back a password that was changed, nor somebody who was taken away.
 */
@Component
class FirstAdministrator implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final IdentitySettings.FirstAdministrator first;
  private final Accounts accounts;

  FirstAdministrator(IdentitySettings settings, Accounts accounts) {
    this.first = settings.firstAdministrator();
    this.accounts = accounts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (first.password().isBlank() || accounts.anybodyIs(Role.ADMINISTRATOR)) return;
    String password = Password.checked(first.password());
    if (Password.easyToGuess(password, first.worker()))
      throw new IllegalArgumentException("the first administrator's password is easy to guess");
    accounts.save(new Account(first.worker(), first.organisation(), Set.of(Role.ADMINISTRATOR), accounts.hash(password), true));
    LOG.info("The first administrator is {} of {}", first.worker(), first.organisation());
  }
}
