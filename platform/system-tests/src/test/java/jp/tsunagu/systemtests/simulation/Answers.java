package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jp.tsunagu.journal.Outcome;

/** What the caseworkers were told: what they may rely on, and what they may rely on not having happened. */
final class Answers {
  /** @param version the stream had after it */
  record Kept(String stream, String cause, long version) {}

  record Refused(String stream, String cause) {}

  private final Set<Kept> kept = new LinkedHashSet<>();
  private final Set<Refused> refused = new LinkedHashSet<>();
  private final List<Ask> done = new ArrayList<>();

  void note(Ask ask, Outcome<?, ?> outcome) {
    switch (outcome) {
      case Outcome.Done<?, ?> answer when !answer.events().isEmpty() -> {
        kept.add(new Kept(ask.stream(), ask.cause().id(), answer.version()));
        done.add(ask);
      }
      case Outcome.Done<?, ?> _ -> {} // nothing needed to change
      case Outcome.Refused<?, ?> _,Outcome.Stale<?, ?> _,Outcome.KeyReused<?, ?> _ ->
        refused.add(new Refused(ask.stream(), ask.cause().id()));
    }
  }

  List<Ask> done() {
    return done;
  }

  Set<Kept> kept() {
    return kept;
  }

  Set<Refused> refused() {
    return refused;
  }
}
