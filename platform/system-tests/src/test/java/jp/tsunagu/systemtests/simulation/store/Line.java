package jp.tsunagu.systemtests.simulation.store;

import java.util.function.Supplier;

/** Between a process and the store: where things can go wrong. */
public interface Line {
  /**
   * Lets an operation happen, or not, or fail after it happened.
   *
   * @param what names it, for the trace
   */
  <T> T carry(String what, Supplier<T> operation);

  /** On which nothing ever goes wrong. */
  Line SOUND = new Line() {
    @Override
    public <T> T carry(String what, Supplier<T> operation) {
      return operation.get();
    }
  };
}
