package jp.tsunagu.referral;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.journal.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * Why the law allows this recipient to learn of the person.
 *
 * @param consentId the person's consent, for {@link BasisKind#CONSENT}
 * @param reason    in words, for every other kind
 * @param items     what the recipient learns, for every other kind; a consent names them itself
 */
public record Basis(BasisKind kind, @Nullable String consentId, @Nullable FreeText reason, Set<ConsentItem> items) {
  /** Where none are named. */
  public static final Set<ConsentItem> TO_ACT = ConsentItem.TO_ACT;

  @SuppressWarnings("NullAway") // before items were named everything was told
  public Basis {
    if (items == null) items = kind == BasisKind.CONSENT ? Set.of() : EnumSet.allOf(ConsentItem.class);
    items = items.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(items));
  }

  public static Basis consent(String consentId) {
    return new Basis(BasisKind.CONSENT, consentId, null, Set.of());
  }

  public boolean restsOn(String consent) {
    return kind == BasisKind.CONSENT && consent.equals(consentId);
  }
}
