package jp.tsunagu.portal.journals;

import jp.tsunagu.runtime.journal.MongoJournal.Head;
import java.util.Collection;
import java.util.List;

import jp.tsunagu.runtime.inbox.Envelope;

/** What publishers say of their streams. Everything here throws while a publisher cannot be asked. */
public interface Journals {
  /** How far the streams behind {@code after} are, in the order of their ids; fewer than {@code limit} are the last ones. */
  List<Head> heads(String service, String after, int limit);

  /** The messages of one stream with a higher sequence, in order; empty for one that does not exist. */
  List<Envelope> after(String stream, long sequence);

  /**
   * Everything that was told of a case, in the order in which it happened.
   *
   * @param more streams besides those that every case may have
   */
  List<Envelope> ofCase(String caseId, Collection<String> more);
}
