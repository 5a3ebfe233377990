package jp.tsunagu.notification.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the next letter of a lane: everything that may go out by now, in one. */
final class Letters {
  private final Waiting waiting;
  private final OnTheWay onTheWay;
  private final InstantSource clock;
  private final Duration gather;

  /** @param gather what may go out within this time comes along with what is due */
  Letters(Waiting waiting, OnTheWay onTheWay, InstantSource clock, Duration gather) {
    this.waiting = waiting;
    this.onTheWay = onTheWay;
    this.clock = clock;
    this.gather = gather;
  }

  Optional<Letter> next(String recipient) {
    List<Waiting.Held> held = waiting.in(recipient);
    Optional<Letter> begun = held.isEmpty() ? Optional.empty() : onTheWay.to(recipient).filter(letter -> isOpen(letter, held));
    if (begun.isPresent()) return begun;
    Instant now = clock.instant();
    if (held.stream().noneMatch(h -> due(h, now))) return Optional.empty();
    Letter letter = Letter.of(held.stream().filter(h -> due(h, now.plus(gather))).map(Waiting.Held::item).toList(), recipient);
    onTheWay.begins(letter);
    return Optional.of(letter);
  }

  void cameBack(String recipient) {
    onTheWay.cameBack(recipient);
  }

  private static boolean due(Waiting.Held held, Instant at) {
    return !held.notBefore().isAfter(at);
  }

  /** Of a letter that arrived and was written down nothing waits any more. */
  private static boolean isOpen(Letter letter, List<Waiting.Held> held) {
    Set<String> still = held.stream().map(h -> h.item().noticeId()).collect(Collectors.toSet());
    return letter.notices().stream().anyMatch(item -> still.contains(item.noticeId()));
  }
}
