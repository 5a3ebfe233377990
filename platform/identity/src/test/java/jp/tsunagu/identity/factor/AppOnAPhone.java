package jp.tsunagu.identity.factor;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.regex.Pattern;

/** An authenticator app that was told the secret on the page. */
public final class AppOnAPhone {
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

  private final String letters;

  private AppOnAPhone(String letters) {
    this.letters = letters;
  }

  public static AppOnAPhone thatRead(String page) {
    var found = SECRET.matcher(page);
    if (!found.find()) throw new AssertionError("no secret on " + page);
    return new AppOnAPhone(found.group(1).replace(" ", ""));
  }

  public String secret() {
    return letters;
  }

  public String shows(Instant now) {
    return TimeCode.at(bytes(), TimeCode.stepAt(now));
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int held = 0;
    for (char letter : letters.toCharArray()) {
      buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      held += 5;
      if (held >= 8) bytes.write(buffer >> (held -= 8));
    }
    return bytes.toByteArray();
  }
}
