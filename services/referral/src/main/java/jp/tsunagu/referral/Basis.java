package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;

/**
 * Why the law allows this recipient to learn of the person.
 *
 * @param consentId the person's consent, for {@link BasisKind#CONSENT}
 * @param reason    in words, for every other kind
 */
public record Basis(BasisKind kind, @Nullable String consentId, @Nullable FreeText reason) {
  public static Basis consent(String consentId) {
    return new Basis(BasisKind.CONSENT, consentId, null);
  }

  public boolean restsOn(String consent) {
    return kind == BasisKind.CONSENT && consent.equals(consentId);
  }
}
