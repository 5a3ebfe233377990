package jp.tsunagu.portal.read;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jp.tsunagu.contracts.Teams;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Earlier;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.runtime.http.Caller;

/** How a case stood on an earlier day, folded again from the publishers' own journals: the ledger itself only knows how it stands. */
public final class PastReading {
  private static final Logger log = LoggerFactory.getLogger(PastReading.class);

  private final ReadModel reads;
  private final Ledgers ledgers;
  private final Journals journals;
  private final Teams teams;

  public PastReading(ReadModel reads, Ledgers ledgers, Journals journals, Teams teams) {
    this.reads = reads;
    this.ledgers = ledgers;
    this.journals = journals;
    this.teams = teams;
  }

  /**
   * @param seen what the caller sees of the case now
   * @param then how it stood; null while a publisher cannot be asked
   */
  public record Past(Ledger seen, @Nullable Ledger then) {}

  /** Empty for whom the case does not exist today, whatever it was to them. */
  public Optional<Past> before(Instant until, Caller caller, String caseId) {
    return reads.ledger(caller, caseId).map(seen -> new Past(seen, then(until, caller, seen)));
  }

  private @Nullable Ledger then(Instant until, Caller caller, Ledger seen) {
    Optional<Ledger> whole = ledgers.find(seen.caseId()).map(Ledgers.Entry::ledger);
    boolean all = !caller.supportsPeople() || whole.filter(l -> l.wholeFor(caller.party(), teams)).isPresent();
    Set<String> streams = whole.map(l -> l.progress().seen().keySet()).orElse(Set.of());
    try {
      return new Earlier(seen, caller.party(), all).before(until, List.copyOf(journals.ofCase(seen.caseId(), streams)));
    } catch (RuntimeException away) {
      log.info("the past of a case cannot be told now ({})", away.getClass().getSimpleName());
      return null;
    }
  }
}
