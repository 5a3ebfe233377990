package jp.tsunagu.referral;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * A consent that reached this journey. It is for exactly one recipient organisation.
 *
 * @param unseen who has to acknowledge that it was taken back; null when nobody has to, or any more
 */
public record Consent(String id, String recipient, boolean withdrawn, @Nullable Unseen unseen) {
  public record Unseen(Party by, Instant dueAt) {}

  static Consent noted(String id, String recipient) {
    return new Consent(id, recipient, false, null);
  }

  Consent ended(@Nullable Unseen asked) {
    return new Consent(id, recipient, true, asked);
  }

  Consent seen() {
    return new Consent(id, recipient, withdrawn, null);
  }

  Consent reassigned(Party from, Party to) {
    return unseen != null && unseen.by().equals(from) ? ended(new Unseen(to, unseen.dueAt())) : this;
  }
}
