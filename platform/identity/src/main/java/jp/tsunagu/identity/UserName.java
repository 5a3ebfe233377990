package jp.tsunagu.identity;

import java.text.Normalizer;
import java.util.Locale;

/** What was typed as a user name, as it is stored: a Japanese keyboard writes {@code ｏｒｇ０５－１} as readily as {@code org05-1}. */
public final class UserName {
  private static final int LONGEST = 200;

  private UserName() {
  }

  public static String of(String typed) {
    String name = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
