package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.directory.DirectoryView.Colleagues;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/** Where ledgers are kept. */
public interface Ledgers {
  /** A ledger and the number of its writings; 0 for one that is not stored yet. */
  record Entry(long revision, Ledger ledger) {}

  Optional<Entry> find(String caseId);

  /** How far the case's streams are folded in; asked so often that no whole ledger is read for it. */
  Progress progress(String caseId);

  /** The same of several cases at once; those that are not stored are missing. */
  Map<String, Progress> progress(Collection<String> caseIds);

  /** A ledger without what is in it. */
  record Standing(String caseId, long revision, boolean open) {}

  /** In the order of their cases: those behind {@code after}, at most {@code limit}. */
  List<Standing> standing(String after, int limit);

  long count();

  /**
   * What is really stored, for whoever mends it.
   *
   * @param ledger   null if it cannot be read
   * @param progress what the store says beside the ledger
   * @param sound    whether everything that is kept beside the ledger follows from it
   */
  record Kept(long revision, @Nullable Ledger ledger, Progress progress, boolean sound) {}

  Optional<Kept> kept(String caseId);

  /** The same of several cases at once; those that are not stored are missing. */
  Map<String, Kept> kept(Collection<String> caseIds);

  /** Stores {@code next} if the entry is still at this revision; false if another writer was first, or came right after. */
  boolean replace(long revision, Ledger next);

  /**
   * The steps that are owed in one open case, by whomever; what becomes a gap first in front.
   *
   * @param addressHidden 住所秘匿, as far as the organisation that asks is a party
   */
  record Owed(String caseId, List<Step> steps, boolean addressHidden) {
    public Owed(String caseId, List<Step> steps) {
      this(caseId, steps, false);
    }

    public Owed {
      steps = List.copyOf(steps);
    }
  }

  /** The open cases in which this worker owes something. Asked at every look at a work list, so no whole ledgers are read. */
  List<Owed> owing(String organisation, String worker);

  /** Cases that do not exist for this worker, whatever their organisation is to them. */
  Set<String> barredTo(String worker);

  /** Of these cases those of which the organisation is no party, with who holds them. */
  Map<String, String> heldElsewhere(String organisation, Collection<String> caseIds);

  /** Those of these cases, as far as the organisation is a party, whose person's address is hidden. */
  Set<String> addressHidden(String organisation, Collection<String> caseIds);

  /**
   * Cases of which the reader's organisation is a party, the one that was opened last in front. That order never changes, so nobody
   * learns from it what happened after their part, and a page that is turned misses none.
   *
   * @param colleagues of whoever asks, where their organisation has units: only what concerns their team; null elsewhere
   */
  List<Ledger> of(Search search, @Nullable Colleagues colleagues);

  /** Only which they are. */
  List<String> ids(Search search, @Nullable Colleagues colleagues);

  /** How many there are, on all pages. */
  long count(Search search, @Nullable Colleagues colleagues);

  /**
   * @param reader sees the cases of their organisation and of their support meetings, and none they are barred from
   * @param after  the last one of the page before, or null for the first page
   * @param limit  at most so many
   */
  record Search(Party reader, Filter filter, @Nullable Mark after, int limit) {

    /** Of these cases those that are this worker's to see. */
    public static Search among(Party reader, List<String> cases, int limit) {
      return new Search(reader, Filter.NONE.among(cases), null, limit);
    }
  }

  /** A place in the list: where a page ended. */
  record Mark(Instant opened, String caseId) {
    public static Mark of(Ledger ledger) {
      return new Mark(ledger.openedAt(), ledger.caseId());
    }
  }
}
