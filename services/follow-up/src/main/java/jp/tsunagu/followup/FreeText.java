package jp.tsunagu.followup;

import org.jspecify.annotations.Nullable;

/** Words a worker wrote about a person. They stay in this service's journal and reach neither a message nor a log. */
public record FreeText(String text) {
  /** Nothing written is no text. */
  public static @Nullable FreeText orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : new FreeText(text.strip());
  }

  @Override
  public String toString() {
    return "FreeText[" + text.length() + " characters]";
  }
}
