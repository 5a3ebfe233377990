package jp.tsunagu.identity.guess;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import jp.tsunagu.identity.account.Accounts;

/**
 * Writes down who proved what from where, and who could not. Only names that are somebody's are written: what is typed into the
 * name's field may be a password. Never what was typed after it.
 */
@Component
public class Witness {
  private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
  private static final String NOBODY = "nobody we know";

  private final Accounts accounts;

  Witness(Accounts accounts) {
    this.accounts = accounts;
  }

  /** @param what a password, a code */
  public void proven(String what, String worker, String address) {
    LOG.info("{} by {} from {}", what, worker, address);
  }

  /** Of a passkey, and of what somebody did with their factors after proving who they are. */
  public void done(String what, String worker) {
    LOG.info("{} by {}", what, worker);
  }

  public void refused(String what, String name, String address) {
    LOG.warn("{} refused to {} from {}", what, accounts.find(name).isPresent() ? name : NOBODY, address);
  }

  public void hasToWait(String what, String name, String address, long seconds) {
    LOG.warn("{} not tried for {} from {}: {} s to wait", what, accounts.find(name).isPresent() ? name : NOBODY, address, seconds);
  }

  public void clientRefused(String client, String address) {
    LOG.warn("client secret refused to {} from {}", accounts.findClient(client).isPresent() ? client : NOBODY, address);
  }
}
