package jp.tsunagu.runtime.inbox;

import java.util.List;

/** A read model that keeps, in the same document as its data, how far it has read each stream. */
public interface Projection {
  /** The sequence of the last message of the stream that took effect; 0 for none. */
  long seen(String stream, String caseId);

  /**
   * What waits behind one another: while a message of a lane is parked, later ones of the lane park behind it. A lane is a case, unless the
   * projection keeps something apart that must not wait for the case.
   */
  default String lane(String stream, String caseId) {
    return caseId;
  }

  /** Whether it has any use for a publisher's messages; the directory's are only for the {@code DirectoryView}. */
  default boolean reads(String service) {
    return !service.equals("directory");
  }

  /**
   * Takes messages in and notes their sequences in the same write, under the condition that what was noted is what came
   * before them. If another writer was first, the caller looks again at what is left to do.
   *
   * @param messages of one lane, at least one; of each stream the next ones without a hole
   * @return false if a condition did not hold; the messages of some streams may have been taken in all the same
   */
  boolean apply(List<Envelope> messages);

  /** The same with a lane for each stream: what waits there for what another stream tells must not hold that one up. */
  default Projection apart() {
    return new Apart(this);
  }

  /** Writes down what was only remembered until now. Called every second; a crash before it brings the messages again. */
  default void settle() {}
}
