package jp.tsunagu.journal;

import java.util.List;
import java.util.Map;

/**
 * The rules of one aggregate, as pure functions: no clock, no ids, no input or output inside.
 *
 * @param <C> commands; what time it is and what ids are new arrive inside them
 * @param <E> events, a sealed type
 * @param <S> state, a sealed type
 */
public interface Decider<C, E, S> {
  /** The state before the first event. */
  S initial();

  Decision<E> decide(C command, S state);

  S evolve(S state, E event);

  /**
   * Values stored beside the stream in the same write, for the queries a write side must answer without delay (who holds
   * what, what is due next). Names without dots; values are strings, numbers, booleans, instants or lists of these.
   */
  default Map<String, Object> facts(S state) {
    return Map.of();
  }

  default S fold(Iterable<? extends E> history) {
    S state = initial();
    for (E event : history) state = evolve(state, event);
    return state;
  }

  default S after(S state, List<? extends E> events) {
    S next = state;
    for (E event : events) next = evolve(next, event);
    return next;
  }
}
