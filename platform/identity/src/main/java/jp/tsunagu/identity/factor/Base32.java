package jp.tsunagu.identity.factor;

/** How apps want to be told a secret (RFC 4648, without padding), and what people can type without mistaking 0 for O. */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {
  }

  static String of(byte[] bytes) {
    var text = new StringBuilder();
    long buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE) | (next & 0xff);
      for (held += Byte.SIZE; held >= BITS; held -= BITS) text.append(letter(buffer >> (held - BITS)));
    }
    if (held > 0) text.append(letter(buffer << (BITS - held)));
    return text.toString();
  }

  private static char letter(long bits) {
    return ALPHABET.charAt((int) (bits & (ALPHABET.length() - 1)));
  }
}
