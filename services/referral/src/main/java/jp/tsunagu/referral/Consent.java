package jp.tsunagu.referral;

/** A consent that reached this journey. It is for exactly one recipient organisation. */
public record Consent(String id, String recipient, boolean withdrawn) {
  Consent ended() {
    return new Consent(id, recipient, true);
  }
}
