package jp.tsunagu.portal.notices;

import java.util.List;
import java.util.Optional;

/** Where notices are kept. */
public interface Notices {
  Optional<Notice> find(String noticeId);

  /** Stores a notice if none with its id is there; false if there is, and nothing is written. */
  boolean add(Notice notice);

  /** Stores {@code next} if the stored one still has this sequence; false if not, and nothing is written. */
  boolean replace(long sequence, Notice next);

  /** What waits for this worker's acknowledgement, oldest first. */
  List<Notice> waitingFor(String organisation, String worker);

  List<Notice> ofCase(String caseId);
}
