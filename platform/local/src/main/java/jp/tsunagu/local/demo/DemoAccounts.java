package jp.tsunagu.local.demo;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;

/**
 * Log-ins for the {@link DemoWorker}s and a client for every organisation, acting as its {@code -1}; also {@code secretariat} and
 * {@code admin}. A further source of identity's context, so no identity but a laptop's has it.
 *
 * <p>
 * All share one hash: bcrypt is slow by intention, and eighty of them would be most of a start. A log-in that is there is left
 * alone, so whoever was deactivated stays so.
 */
public final class DemoAccounts implements ApplicationRunner {
  private final Accounts accounts;

  DemoAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (accounts.findClient("admin").isPresent()) return; // made last
    String hash = accounts.hash(DemoWorker.PASSWORD);
    for (DemoWorker worker : DemoWorker.all()) logIn(worker, hash);
    for (DemoWorker worker : DemoWorker.all())
      if (worker.id().endsWith("-1")) accounts.save(machine(worker.organisation(), worker, hash));
    for (DemoWorker worker : DemoWorker.all())
      if (!worker.id().contains("-")) accounts.save(machine(worker.id(), worker, hash));
  }

  /** The directory may have told of the worker before, but it knows no password. */
  private void logIn(DemoWorker worker, String hash) {
    var before = accounts.find(worker.id());
    if (before.filter(account -> account.passwordHash() != null).isPresent()) return;
    boolean active = before.map(Account::active).orElse(true);
    accounts.save(new Account(worker.id(), worker.organisation(), roles(worker), hash, active));
  }

  private static Client machine(String id, DemoWorker worker, String hash) {
    return Client.machine(id, hash, worker.organisation(), worker.id(), roles(worker));
  }

  private static Set<Role> roles(DemoWorker worker) {
    return worker.roles().stream().map(role -> Role.valueOf(role.name())).collect(Collectors.toSet());
  }
}
