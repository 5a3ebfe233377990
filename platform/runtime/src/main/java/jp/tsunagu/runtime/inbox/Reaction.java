package jp.tsunagu.runtime.inbox;

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
}
