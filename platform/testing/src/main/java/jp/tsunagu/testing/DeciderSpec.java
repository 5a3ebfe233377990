package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/**
 * Rules as sentences: {@code given(what happened).when(what is asked).then(what happens)}, or {@code .refuses("code")}.
 *
 * <p>
 * Immutable, so that a common beginning can be kept in a field and continued by {@link #and}.
 */
public record DeciderSpec<C, E, S>(Decider<C, E, S> decider, List<E> history) {
  public static <C, E, S> DeciderSpec<C, E, S> of(Decider<C, E, S> decider) {
    return new DeciderSpec<>(decider, List.of());
  }

  @SafeVarargs
  public final DeciderSpec<C, E, S> given(E... events) {
    return new DeciderSpec<>(decider, List.of(events));
  }

  /** A history made by the rules themselves: each command has to be accepted. */
  @SafeVarargs
  public final DeciderSpec<C, E, S> and(C... commands) {
    DeciderSpec<C, E, S> next = this;
    for (C command : commands) next = next.when(command).accepted();
    return next;
  }

  public S state() {
    return decider.fold(history);
  }

  public Answer when(C command) {
    return new Answer(decider.decide(command, state()));
  }

  /** What the decider said. */
  public final class Answer {
    private final Decision<E> decision;

    private Answer(Decision<E> decision) {
      this.decision = decision;
    }

    @SafeVarargs
    public final void then(E... events) {
      assertThat(events()).containsExactly(events);
    }

    public void thenNothing() {
      assertThat(events()).isEmpty();
    }

    /** @param refusal kind, code and, where there is one, field: {@code "INVALID required summary"} */
    public void refuses(String refusal) {
      assertThat(inWords()).isEqualTo(refusal);
    }

    /** The refusal in words, or {@code allowed}. */
    public String inWords() {
      return switch (decision) {
        case Decision.Accepted<E> accepted -> "allowed";
        case Decision.Refused<E>(Refusal r) -> r.kind() + " " + r.code() + (r.field() == null ? "" : " " + r.field());
      };
    }

    public List<E> events() {
      return switch (decision) {
        case Decision.Accepted<E>(List<E> events) -> events;
        case Decision.Refused<E>(Refusal r) -> throw new AssertionError("refused: " + inWords());
      };
    }

    /** The history with what was decided. */
    public DeciderSpec<C, E, S> accepted() {
      return new DeciderSpec<>(decider, Stream.concat(history.stream(), events().stream()).toList());
    }
  }
}
