package jp.tsunagu.portal.auditing;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** How far the audit has come, so that whoever goes on after it knows where. */
public interface Passes {
  /**
   * One way through everything of a kind, again and again.
   *
   * @param name     {@link #LEDGERS}, or a service whose journals are looked at
   * @param cursor   the last one of the slice before; empty at the beginning
   * @param examined how many of this pass
   * @param behind   how many of this pass were behind
   * @param oldest   since when the one that is behind for longest; null if none is
   * @param last     what the pass before came to; null in the first one
   * @param away     since when the service cannot be asked; null while it can
   */
  record Pass(String name, String cursor, long examined, long behind, @Nullable Instant oldest, @Nullable Finished last,
      @Nullable Instant away) {
    public static Pass first(String name) {
      return new Pass(name, "", 0, 0, null, null, null);
    }

    Pass on(String to, int more, int moreBehind, @Nullable Instant since) {
      return new Pass(name, to, examined + more, behind + moreBehind, earlier(oldest, since), last, null);
    }

    Pass finished(Instant at) {
      return new Pass(name, "", 0, 0, null, new Finished(at, examined, behind, oldest), null);
    }

    Pass away(Instant at) {
      return new Pass(name, cursor, examined, behind, oldest, last, away == null ? at : away);
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
      if (one == null || other == null) return one == null ? other : one;
      return one.isBefore(other) ? one : other;
    }
  }

  /** @param at when the pass had seen everything */
  record Finished(Instant at, long examined, long behind, @Nullable Instant oldest) {}

  String LEDGERS = "ledgers";

  Pass pass(String name);

  void keep(Pass pass);

  /** Case → revision of the ledger that was looked at closely last. */
  Map<String, Long> lookedAt(Collection<String> caseIds);

  void lookedAt(String caseId, long revision);
}
