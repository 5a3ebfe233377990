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
   * Takes the message in and notes its sequence, in one write under the condition that the noted one is the one before. If
   * another writer was first, nothing happens and the caller looks again.
   *
   * @return false if the condition did not hold
   */
  boolean apply(Envelope envelope);
}
