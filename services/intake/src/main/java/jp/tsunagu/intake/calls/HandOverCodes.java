package jp.tsunagu.intake.calls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jp.tsunagu.intake.HandOverCode;

/** Makes codes and hashes them. Without the key, which is not in the journal, all codes could be tried against a copy of it. */
public final class HandOverCodes {
  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  /** @param secret shared with other hashes, so what is hashed here begins with a word of its own */
  public HandOverCodes(byte[] secret) {
    key = new SecretKeySpec(secret, "HmacSHA256");
  }

  public HandOverCode fresh() {
    var digits = new StringBuilder(HandOverCode.LENGTH);
    for (int i = 0; i < HandOverCode.LENGTH; i++) digits.append((char) ('0' + random.nextInt(10)));
    return new HandOverCode(digits.toString());
  }

  public String hash(HandOverCode code) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(("hand-over-code:" + code.digits()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
