package jp.tsunagu.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/** Secrets that people copy from paper: letters, and digits that do not look like one of O, I and B. */
public final class PaperLetters {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int HOW_MANY = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private PaperLetters() {}

  /** Twelve of 32, 60 random bits. */
  public static String random() {
    return RANDOM.ints(HOW_MANY, 0, ALPHABET.length()).mapToObj(i -> ALPHABET.substring(i, i + 1)).collect(Collectors.joining());
  }

  /** As typed by whoever is in a hurry: any case, any spaces and dashes, a Japanese keyboard's wide letters. */
  public static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}ー−]", "").toUpperCase(Locale.ROOT);
  }

  public static String inFours(String letters) {
    return letters.replaceAll("(.{4})(?=.)", "$1-");
  }
}
