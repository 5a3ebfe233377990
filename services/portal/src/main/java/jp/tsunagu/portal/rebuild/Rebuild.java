package jp.tsunagu.portal.rebuild;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One rebuild and how far it has come.
 *
 * @param stage       which list it goes through
 * @param cursor      the last one of that list that is done; empty at its beginning
 * @param total       how many there are, as far as is known by now
 * @param differences how many were not right, or missing
 * @param left        how many could not be looked at and were left as they are
 */
public record Rebuild(What what, Stage stage, String cursor, long done, long total, long differences, long left, Instant startedAt,
    @Nullable Instant finishedAt) {
  public enum What {
    LEDGERS, NOTICES,
    /** Every service's copy of the directory. */
    DIRECTORY
  }

  /** First what the publishers have, where something may be missing here; then what stands here, where something may be too much. */
  public enum Stage {
    PUBLISHED, STORED, FINISHED
  }

  static Rebuild begun(What what, long total, Instant at) {
    return new Rebuild(what, Stage.PUBLISHED, "", 0, total, 0, 0, at, null);
  }

  public boolean running() {
    return finishedAt == null;
  }

  Rebuild after(Mended outcome) {
    boolean differed = outcome == Mended.DIFFERED, unclear = outcome == Mended.BUSY || outcome == Mended.AHEAD;
    return new Rebuild(what, stage, cursor, done + 1, Math.max(total, done + 1), differences + (differed ? 1 : 0), left + (unclear ? 1 : 0),
        startedAt, finishedAt);
  }

  Rebuild after(int more, int moreDifferences) {
    return new Rebuild(what, stage, cursor, done + more, Math.max(total, done + more), differences + moreDifferences, left, startedAt,
        finishedAt);
  }

  Rebuild at(String now) {
    return new Rebuild(what, stage, now, done, total, differences, left, startedAt, finishedAt);
  }

  Rebuild in(Stage next) {
    return new Rebuild(what, next, "", done, total, differences, left, startedAt, finishedAt);
  }

  Rebuild finished(Instant at) {
    return new Rebuild(what, Stage.FINISHED, "", done, done, differences, left, startedAt, at);
  }
}
