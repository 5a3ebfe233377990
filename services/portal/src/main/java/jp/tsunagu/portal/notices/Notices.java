package jp.tsunagu.portal.notices;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Where notices are kept. */
public interface Notices {
  Optional<Notice> find(String noticeId);

  /** Of several notices at once, up to which version they are folded; those that are not stored are missing. */
  Map<String, Long> versions(Collection<String> noticeIds);

  long count();

  /**
   * What is really stored, for whoever mends it.
   *
   * @param notice null if it cannot be read
   * @param sound  whether everything that is kept beside the notice follows from it
   */
  record Kept(long sequence, @Nullable Notice notice, boolean sound) {}

  Optional<Kept> kept(String noticeId);

  /** Stores a notice if none with its id is there; false if there is, and nothing is written. */
  boolean add(Notice notice);

  /** Stores {@code next} if the stored one still has this sequence; false if not, or if another writer came right after. */
  boolean replace(long sequence, Notice next);

  /** What waits for this worker's acknowledgement, oldest first. */
  List<Notice> waitingFor(String organisation, String worker);

  List<Notice> ofCase(String caseId);
}
