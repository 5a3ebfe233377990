package jp.tsunagu.identity.guess;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

import jp.tsunagu.identity.Fingerprint;

/**
 * What somebody may be guessing at, as it is counted. A password and the code after it are counted apart: whoever knows the one
 * must not get a fresh start at the other by typing it.
 */
public record Guessed(String id) {
  private static final int NETWORK_BYTES = 8;

  /** People type passwords into the wrong field: the name is not kept readable. */
  public static Guessed password(String name) {
    return new Guessed("name:" + Fingerprint.of(name));
  }

  public static Guessed code(String name) {
    return new Guessed("code:" + Fingerprint.of(name));
  }

  public static Guessed letter(String name) {
    return new Guessed("letter:" + Fingerprint.of(name));
  }

  /**
   * A client's secret, from one place. Nobody can lock a service out by guessing at it from elsewhere; a secret of 256 bits needs
   * no protection from many places at once.
   */
  public static Guessed secret(String client, String address) {
    return new Guessed("client:" + Fingerprint.of(client) + "@" + network(address));
  }

  public static Guessed anythingFrom(String address) {
    return new Guessed("address:" + network(address));
  }

  /** Apart from people's mistakes: a program with an old secret must not keep its office from logging in. */
  public static Guessed anySecretFrom(String address) {
    return new Guessed("clients@" + network(address));
  }

  /** An IPv6 customer has a whole network of addresses, so it counts as one. */
  private static String network(String address) {
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      if (!(literal instanceof Inet6Address)) return address;
      return HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), NETWORK_BYTES));
    } catch (IllegalArgumentException notAnAddress) {
      return Fingerprint.of(address);
    }
  }
}
