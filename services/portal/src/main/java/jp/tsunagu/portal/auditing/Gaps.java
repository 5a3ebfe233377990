package jp.tsunagu.portal.auditing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jp.tsunagu.portal.audit.Gap;

/** Where gaps are written down, with their beginning and their end. */
public interface Gaps {
  /** Whatever is written down of these cases' ledgers. */
  List<Gap> ofCases(Collection<String> caseIds);

  /** Streams that are behind, of this service, and not yet over. */
  List<Gap> ofService(String service);

  /** What is open now, the oldest first. */
  List<Gap> open(int limit);

  long openCount();

  /** Gaps that are open and of which nobody was told. */
  List<Gap> untold(int limit);

  /** For how long in all a person had no holder or no next date; a moment in which both were missing counts once. */
  Duration counted(Instant now);

  void keep(Gap gap);

  void drop(String id);
}
