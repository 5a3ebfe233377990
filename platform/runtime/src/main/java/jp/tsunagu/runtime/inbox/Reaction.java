package jp.tsunagu.runtime.inbox;

import java.util.List;
import java.util.function.Consumer;

import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.runtime.trace.Traces;

/**
 * What a service does about the messages of others.
 *
 * <p>
 * A message can come again after a crash, so a reaction sends commands with {@code Cause.message(envelope.id())}, which the
 * journal recognises. To throw means "try again"; a refusal of the command is an answer, not an error.
 */
@FunctionalInterface
public interface Reaction {
  void on(Envelope envelope);

  /** Whether it has any use for a publisher's messages, as of a {@link Projection}. */
  default boolean reads(String service) {
    return !service.equals("directory");
  }

  /**
   * Messages of one case that arrived together. Where several of them are one command, it is sent once.
   *
   * @param done told of each message whose effect is there
   */
  default void onAll(List<Envelope> messages, Consumer<Envelope> done) {
    for (Envelope envelope : messages) {
      try (var _ = Traces.within(envelope.trace())) {
        if (!(envelope.message() instanceof UnknownMessage)) on(envelope);
      }
      done.accept(envelope);
    }
  }
}
