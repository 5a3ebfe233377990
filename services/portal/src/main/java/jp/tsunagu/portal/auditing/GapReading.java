package jp.tsunagu.portal.auditing;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.portal.audit.Finding;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;

/**
 * Who reads of gaps: administrators and the secretariat of all, by code; managers of those of their organisation and team. Whoever is
 * barred from a case does not learn of it here either.
 */
public final class GapReading {
  private final Gaps gaps;
  private final Passes passes;
  private final Ledgers ledgers;
  private final Teams teams;
  private final InstantSource clock;

  public GapReading(Gaps gaps, Passes passes, Ledgers ledgers, Teams teams, InstantSource clock) {
    this.gaps = gaps;
    this.passes = passes;
    this.ledgers = ledgers;
    this.teams = teams;
    this.clock = clock;
  }

  public static boolean mayRead(Caller caller) {
    return all(caller) || caller.is(Role.MANAGER);
  }

  private static boolean all(Caller caller) {
    return caller.is(Role.ADMINISTRATOR) || caller.is(Role.SECRETARIAT);
  }

  /** @throws Problem 403 for everybody else */
  public AuditReport of(Caller caller) {
    if (!mayRead(caller)) throw Problem.forbidden("not-yours-to-watch", "Gaps are for managers, the secretariat and administrators.");
    AuditReport report = AuditReport.of(gaps, passes, clock.instant());
    Set<String> barred = ledgers.barredTo(caller.worker());
    List<Gap> told = report.open().stream().filter(g -> !barred.contains(g.finding().caseId()))
        .filter(g -> all(caller) || theirs(caller, g.finding())).toList();
    return new AuditReport(told, report.counted(), report.checkedAt(), report.cases(), report.pipes());
  }

  private boolean theirs(Caller caller, Finding finding) {
    @Nullable
    String organisation = finding.organisation();
    @Nullable
    String worker = finding.worker();
    return organisation != null && worker != null && caller.organisation().equals(organisation)
        && teams.together(caller.party(), new Party(organisation, worker));
  }
}
