package jp.tsunagu.notification.seen;

import java.time.Instant;
import java.util.Optional;

import jp.tsunagu.notification.seal.Sealing;

/** What a link says, sealed: nobody but us can make one or read it. */
record SeenToken(String letter, Instant until) {
  private static final String PURPOSE = "seen";

  String sealed(Sealing sealing) {
    return sealing.close(letter + " " + until.getEpochSecond(), PURPOSE);
  }

  static Optional<SeenToken> opened(String token, Sealing sealing) {
    return sealing.open(token, PURPOSE).map(text -> text.split(" ", 2))
        .map(parts -> new SeenToken(parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1]))));
  }

  boolean valid(Instant now) {
    return now.isBefore(until);
  }
}
