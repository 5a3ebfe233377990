package jp.tsunagu.intake;

/** Asked only where it matters; {@link #UNSAID} is an answer. */
public enum Gender {
  FEMALE, MALE, OTHER, UNSAID
}
