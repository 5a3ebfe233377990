package jp.tsunagu.notification.channel;

import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import jp.tsunagu.notification.wording.Words;

/**
 * The words of a letter: Japanese first, English below. They depend on the kinds of its notices alone, so nothing of a case can
 * get into them.
 */
@Component
public class Wording {
  private final Words words;
  private final String link;

  /** @param link to the desk, where everything else is seen after logging in */
  Wording(Words words, @Value("${tsunagu.notification.email.link}") String link) {
    this.words = words;
    this.link = link;
  }

  public String link() {
    return link;
  }

  public String subject(Letter letter) {
    return subject(letter, Locale.JAPANESE) + " / " + subject(letter, Locale.ENGLISH);
  }

  private String subject(Letter letter, Locale language) {
    if (!letter.isDigest()) return words.in(language, "subject." + letter.kind());
    return letter.urgent() == 0
        ? words.in(language, "digest.subject", letter.notices().size())
        : words.in(language, "digest.subject.urgent", letter.notices().size(), letter.urgent());
  }

  /** One sentence, or what a digest has in it, a line each. */
  public String says(Letter letter, Locale language) {
    if (!letter.isDigest()) return words.in(language, "body." + letter.kind());
    return words.in(language, "digest.body", letter.notices().size()) + "\n"
        + letter.notices().stream().map(item -> words.in(language, "digest.line", words.in(language, "body." + item.kind())))
            .collect(Collectors.joining("\n"));
  }

  public String text(String key, Locale language) {
    return words.in(language, key);
  }
}
