package jp.tsunagu.portal.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that must not be.
 *
 * @param thing        what tells it from others of its check and case: a step's key, a stream; empty where there can be only one
 * @param since        the best known beginning, by the times of the events
 * @param until        its end, where history knows that it is over; null while it goes on
 * @param organisation whose it is, as far as that is known
 */
public record Finding(Check check, String caseId, String thing, Instant since, @Nullable Instant until, @Nullable String organisation,
    @Nullable String worker, Cause cause) {
  /** The same at every look. */
  public String id() {
    return check + "|" + caseId + "|" + thing;
  }

  Finding since(Instant earlier) {
    return new Finding(check, caseId, thing, earlier, until, organisation, worker, cause);
  }
}
