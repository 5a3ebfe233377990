package jp.tsunagu.health;

/**
 * Something outside that a program needs.
 *
 * @param name  as an operator calls it, e.g. {@code store}
 * @param where host and port, and nothing that is a secret
 */
public record Need(String name, String where, Question question) {
  /** Returns when it answers, throws when it does not. May take its time. */
  @FunctionalInterface
  public interface Question {
    void ask() throws Exception;
  }

  @Override
  public String toString() {
    return "the " + name + " at " + where;
  }
}
