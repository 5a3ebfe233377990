package jp.tsunagu.portal.auditing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.audit.Gap;

/**
 * What the audit has to say now.
 *
 * @param open      what is open, the oldest first
 * @param counted   for how long in all a person had no holder or no next date, ever
 * @param checkedAt when it had last been through all cases; null before the first time
 * @param cases     how many these were
 */
public record AuditReport(List<Gap> open, Duration counted, @Nullable Instant checkedAt, long cases, List<Pipe> pipes) {
  /**
   * The way from one service to here.
   *
   * @param behind how many of its streams are behind
   * @param oldest since when the one that is behind for longest; null if none is
   * @param away   since when it cannot be asked; null while it can
   */
  public record Pipe(String service, long streams, long behind, @Nullable Instant oldest, @Nullable Instant away) {
    static Pipe of(Passes.Pass pass) {
      Passes.Finished last = pass.last();
      if (last == null) return new Pipe(pass.name(), pass.examined(), pass.behind(), pass.oldest(), pass.away());
      return new Pipe(pass.name(), last.examined(), last.behind(), last.oldest(), pass.away());
    }
  }

  public static AuditReport of(Gaps gaps, Passes passes, Instant now) {
    Passes.Finished last = passes.pass(Passes.LEDGERS).last();
    List<Pipe> pipes = Auditor.SERVICES.stream().map(passes::pass).map(Pipe::of).toList();
    return new AuditReport(gaps.open(MOST), gaps.counted(now), last == null ? null : last.at(), last == null ? 0 : last.examined(), pipes);
  }

  private static final int MOST = 500;
}
