package jp.tsunagu.intake;

/** What somebody wrote in their own words; anything can stand in it. At most 5,000 characters, possibly none. */
public record FreeText(String text) {
  public static final FreeText NONE = new FreeText("");

  public FreeText {
    text = Writing.lines(text, 5_000);
  }

  public boolean saysNothing() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return "FreeText[…]";
  }
}
