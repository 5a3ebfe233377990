package jp.tsunagu.portal.kana;

/**
 * How a name is probably read, in katakana.
 *
 * @param family empty where no guess is worth showing; so is {@code given}
 */
public record Reading(String family, String given) {
  static final Reading UNKNOWN = new Reading("", "");

  @Override
  public String toString() {
    return "Reading[…]";
  }
}
