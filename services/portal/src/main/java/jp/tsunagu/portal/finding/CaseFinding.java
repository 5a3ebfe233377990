package jp.tsunagu.portal.finding;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Filter;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.ledger.Ledgers.Search;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.runtime.http.Caller;

/** Finds cases among those a worker may see. */
public final class CaseFinding {
  /** So many cases intake is asked about for one list, and so many a table has. */
  public static final int MOST = 2_000;

  private final ReadModel reads;
  private final Worries worries;

  public CaseFinding(ReadModel reads, Worries worries) {
    this.reads = reads;
    this.worries = worries;
  }

  /**
   * @param count  on all pages
   * @param next   where the following page begins; null on the last one
   * @param partly whether there are more cases than could be looked through for a worry: of these the ones opened last were
   */
  public record Page(List<Ledger> cases, long count, @Nullable Mark next, boolean partly) {
    public static final Page NONE = new Page(List.of(), 0, null, false);

    public Page {
      cases = List.copyOf(cases);
    }
  }

  /**
   * @param token of the caller
   * @param after null for the first page
   */
  public Page page(Caller caller, String token, Wanted wanted, @Nullable Mark after, int limit) {
    if (wanted.worry() == null) return page(caller, wanted.filter(), after, limit, false);
    List<String> cases = reads.ids(caller, new Search(caller.party(), wanted.filter(), null, MOST + 1));
    boolean partly = cases.size() > MOST;
    var troubled = worries.among(partly ? cases.subList(0, MOST) : cases, wanted.worry(), token);
    return page(caller, wanted.filter().among(troubled), after, limit, partly);
  }

  private Page page(Caller caller, Filter filter, @Nullable Mark after, int limit, boolean partly) {
    var search = new Search(caller.party(), filter, after, limit + 1);
    List<Ledger> found = reads.cases(caller, search);
    boolean more = found.size() > limit;
    List<Ledger> page = more ? found.subList(0, limit) : found;
    long count = after == null && !more ? found.size() : reads.count(caller, search);
    return new Page(page, count, more ? Mark.of(page.getLast()) : null, partly);
  }
}
