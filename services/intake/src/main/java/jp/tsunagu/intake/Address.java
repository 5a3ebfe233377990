package jp.tsunagu.intake;

import org.jspecify.annotations.Nullable;

/** Where a person lives or stays. Somebody without a fixed address has a text such as 小倉駅周辺 and no postcode. */
public record Address(@Nullable Postcode postcode, Line text) {
  /** 1–300 characters. */
  public record Line(String value) {
    public Line {
      value = Writing.line(value, 300);
    }

    @Override
    public String toString() {
      return "Line[…]";
    }
  }

  @Override
  public String toString() {
    return "Address[…]";
  }
}
