package jp.tsunagu.intake;

import jp.tsunagu.journal.FreeText;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;

/**
 * 本人同意: the person agrees that one organisation learns these items for this purpose.
 *
 * @param recipient an organisation
 * @param language  in which it was explained
 * @param givenBy   which guardian agreed on the person's behalf; null when the person did
 */
public record Consent(String consentId, String recipient, FreeText purpose, Set<ConsentItem> items, How how, LocalDate givenOn,
    Language language, @Nullable Relation givenBy) {
  /** Signed, or read aloud by staff and agreed to. */
  public enum How {
    WRITTEN, READ_ALOUD
  }

  /** Given by the person. */
  public Consent(String consentId, String recipient, FreeText purpose, Set<ConsentItem> items, How how, LocalDate givenOn,
      Language language) {
    this(consentId, recipient, purpose, items, how, givenOn, language, null);
  }

  Consent onBehalfBy(Relation guardian) {
    return new Consent(consentId, recipient, purpose, items, how, givenOn, language, guardian);
  }

  public Consent {
    if (purpose instanceof FreeText.Written said && said.text().isEmpty())
      throw new InvalidValue("purpose", "blank", "a consent is given for a purpose");
    if (items.isEmpty()) throw new InvalidValue("items", "empty", "a consent names what may be told");
    items = Collections.unmodifiableSet(EnumSet.copyOf(items));
  }
}
