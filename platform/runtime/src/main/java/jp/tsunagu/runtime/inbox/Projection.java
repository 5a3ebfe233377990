package jp.tsunagu.runtime.inbox;

/** A read model that keeps, in the same document as its data, how far it has read each stream. */
public interface Projection {
  /** The sequence of the last message of the stream that took effect; 0 for none. */
  long seen(String stream, String caseId);

  /** Whether it has any use for a publisher's messages; the directory's are only for the {@code DirectoryView}. */
  default boolean reads(String service) {
    return !service.equals("directory");
  }

  /**
   * Whether {@link #apply} does nothing at all unless its condition holds. What it saw last may then be remembered: a memory
   * that is behind costs a question. Where effects come before the condition, it would cost a second effect.
   */
  default boolean conditional() {
    return false;
  }

  /**
   * Takes the message in and notes its sequence, in one write under the condition that the noted one is the one before. If
   * another writer was first, nothing happens and the caller looks again.
   *
   * @return false if the condition did not hold
   */
  boolean apply(Envelope envelope);
}
