package jp.tsunagu.intake;

/** A family name, a given name or a pseudonym, as the person writes it. 1–60 characters. */
public record Name(String value) {
  public Name {
    value = Writing.line(value, 60);
  }

  @Override
  public String toString() {
    return "Name[…]";
  }
}
