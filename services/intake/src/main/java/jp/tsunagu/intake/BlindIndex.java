package jp.tsunagu.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Finds a person by name, kana or number without keeping these readable in an index: keyed HMACs of normalised whole words.
 * Only whole words (family name, given name, both together): keys of prefixes would give the words away by their
 * frequency.
 */
public final class BlindIndex {
  /** A kana key, a name key and a phone key of the same characters differ. */
  private enum Kind {
    NAME, KANA, PHONE, LIKE_NAME, LIKE_KANA
  }

  private static final Pattern NUMBER = Pattern.compile("[+\\d][\\d-]{5,}");
  private final SecretKeySpec key;

  /** @param key at least 32 random bytes */
  public BlindIndex(byte[] key) {
    if (key.length < 32) throw new IllegalArgumentException("an index key has at least 32 bytes");
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  public Set<String> keysOf(Person person) {
    return switch (person) {
      case Person.Anonymous anonymous -> Set.of();
      case Person.Erased erased -> Set.of();
      case Person.Pseudonym pseudonym -> nameKeys(pseudonym.name().value());
      case Person.Named named -> named(named, true, true);
    };
  }

  /** Of a person of whom one may know the name, or the ways of contact, or both. */
  Set<String> named(Person.Named person, boolean name, boolean contact) {
    var keys = new TreeSet<String>();
    if (name) {
      words(keys, Kind.NAME, person.familyName().value(), person.givenName().value());
      words(keys, Kind.KANA, value(person.familyNameKana()), value(person.givenNameKana()));
    }
    if (contact) person.contact().phones().forEach(p -> keys.add(key(Kind.PHONE, p.digits())));
    return keys;
  }

  /** The keys of what somebody typed into the search field: any of these may be meant. */
  public Set<String> asked(String query) {
    String typed = Writing.hyphens(query).strip();
    if (!NUMBER.matcher(typed).matches()) return nameKeys(query);
    try {
      return Set.of(key(Kind.PHONE, new Phone(typed).digits()));
    } catch (InvalidValue notANumber) {
      return Set.of();
    }
  }

  /** Keys of what likely same persons have in common, see {@link Likeness}; never of a birth date, of which there are too few. */
  public Set<String> likenessOf(Traits traits) {
    var keys = new TreeSet<String>();
    if (!traits.name().isEmpty()) keys.add(hmac(Kind.LIKE_NAME + ":" + traits.name()));
    if (!traits.kana().isEmpty()) keys.add(hmac(Kind.LIKE_KANA + ":" + traits.kana()));
    traits.phones().forEach(digits -> keys.add(key(Kind.PHONE, digits)));
    return keys;
  }

  /** What is typed may be ideographs or kana, so a name has a key of either kind. */
  private Set<String> nameKeys(String name) {
    var keys = new TreeSet<String>();
    words(keys, Kind.NAME, name);
    words(keys, Kind.KANA, name);
    return keys;
  }

  private void words(Set<String> keys, Kind kind, String... words) {
    Arrays.stream(words).filter(w -> !w.isBlank()).forEach(w -> keys.add(key(kind, w)));
    String together = String.join("", words);
    if (!together.isBlank()) keys.add(key(kind, together));
  }

  private String key(Kind kind, String word) {
    String letters = kind == Kind.KANA ? Writing.katakana(word) : Writing.widths(Folding.withoutSelectors(word));
    return hmac(kind + ":" + Writing.withoutSpaces(letters).toLowerCase(Locale.ROOT));
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] half = Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), 16);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(half);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static String value(@org.jspecify.annotations.Nullable Kana kana) {
    return kana == null ? "" : kana.value();
  }
}
