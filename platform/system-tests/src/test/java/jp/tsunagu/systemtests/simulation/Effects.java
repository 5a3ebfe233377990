package jp.tsunagu.systemtests.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * Whether one stream's messages had their effects on another stream: each the one that the rules give, in order. A message that
 * left no trace must have had nothing to do at some moment at which it could have come.
 */
final class Effects<C, E, S> {
  private final Decider<C, E, S> decider;
  private final Stream<E> target;
  private final Instant end;
  private final Findings findings;
  /** The state before each commit, and after the last. */
  private final List<S> states = new ArrayList<>();

  Effects(Decider<C, E, S> decider, Stream<E> target, Instant end, Findings findings) {
    this.decider = decider;
    this.target = target;
    this.end = end;
    this.findings = findings;
    S now = decider.initial();
    states.add(now);
    for (Commit<E> commit : target.commits()) {
      now = decider.after(now, commit.events());
      states.add(now);
    }
  }

  S before(int commit) {
    return states.get(commit);
  }

  /** @param command what a message asks for at a moment; empty for those that concern nobody */
  void of(List<Envelope> messages, BiFunction<Envelope, Instant, Optional<C>> command) {
    int reached = 0;
    for (int i = 0; i < messages.size(); i++) {
      Envelope message = messages.get(i);
      int found = commitOf(message.id());
      if (found < 0) withoutTrace(message, command, reached, next(messages, i));
      else {
        findings.unless(found >= reached, message.id() + " took effect on " + target.id() + " too early or too late");
        asDecided(message, command, found);
        reached = Math.max(reached, found + 1);
      }
    }
  }

  private void asDecided(Envelope message, BiFunction<Envelope, Instant, Optional<C>> command, int found) {
    Commit<E> commit = target.commits().get(found);
    boolean same = command.apply(message, commit.at()).map(c -> decider.decide(c, before(found)))
        .filter(d -> d.equals(Decision.accept(commit.events()))).isPresent();
    findings.unless(same, message.id() + " had another effect on " + target.id() + " than it has: " + commit.events());
  }

  private void withoutTrace(Envelope message, BiFunction<Envelope, Instant, Optional<C>> command, int from, int to) {
    if (command.apply(message, end).isEmpty()) return;
    for (int i = from; i <= to; i++) {
      Instant at = i < target.commits().size() ? target.commits().get(i).at() : end;
      if (isNothing(decider.decide(command.apply(message, at).orElseThrow(), before(i)))) return;
    }
    findings.unless(false, message.id() + " had no effect on " + target.id());
  }

  private static boolean isNothing(Decision<?> decision) {
    return switch (decision) {
      case Decision.Refused<?> _ -> true;
      case Decision.Accepted<?>(List<?> events) -> events.isEmpty();
    };
  }

  private int next(List<Envelope> messages, int index) {
    return messages.stream().skip(index + 1L).map(m -> commitOf(m.id())).filter(found -> found >= 0).findFirst()
        .orElse(target.commits().size());
  }

  int commitOf(String cause) {
    for (int i = 0; i < target.commits().size(); i++) if (target.commits().get(i).cause().id().equals(cause)) return i;
    return -1;
  }
}
