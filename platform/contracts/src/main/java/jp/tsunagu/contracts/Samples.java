package jp.tsunagu.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One golden sample of every message. Who publishes a type and who consumes it both test with the same one, so neither can
 * drift away from the other.
 */
public final class Samples {
  private Samples() {}

  /** The JSON body of a message of this type, as it is on the wire. */
  public static String json(Class<? extends Message> type) {
    return json(MessageTypes.nameOf(type));
  }

  /**
   * @param wireName e.g. {@code referral.proposed.v1}
   * @throws IllegalArgumentException if there is no such type
   */
  public static String json(String wireName) {
    try (var in = Samples.class.getResourceAsStream("/contracts/samples/" + wireName + ".json")) {
      if (in == null) throw new IllegalArgumentException("there is no sample of " + wireName);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
