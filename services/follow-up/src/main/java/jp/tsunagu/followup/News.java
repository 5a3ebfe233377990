package jp.tsunagu.followup;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Urgency;

/** What a watch hears of its case's journey, in its own words. */
public sealed interface News {
  // ---- the case

  record Opened(Party holder, Urgency urgency) implements News {}

  /** Accountability moved to another worker, perhaps of another organisation. */
  record Held(Party by) implements News {}

  record Closed() implements News {}

  record Reopened(Party holder) implements News {}

  /** For this worker there is no such case. */
  record Barred(String worker) implements News {}

  record Admitted(String worker) implements News {}

  // ---- a referral

  /** @param worker asked by name; null when the organisation is asked */
  record Asked(String referralId, String organisation, @Nullable String worker, Urgency urgency) implements News {}

  /** @param by of the receiving organisation */
  record TakenOn(String referralId, Party by) implements News {}

  /** A colleague took the receiving worker's place. */
  record ReceiverReplaced(String referralId, Party by) implements News {}

  /** A colleague took the referring worker's place. */
  record ReferrerReplaced(String referralId, Party by) implements News {}

  /** Nothing is going on with it any more, for whatever reason. */
  record Over(String referralId) implements News {}

  // ---- dates

  /** All steps that are owed now; what is not listed is done. */
  record StepsPlanned(List<Step> steps) implements News {
    public StepsPlanned {
      steps = List.copyOf(steps);
    }
  }

  /** Support ended, and these days were agreed to ask how the person is. */
  record CheckInsPlanned(List<CheckIn> checkIns) implements News {
    public CheckInsPlanned {
      checkIns = List.copyOf(checkIns);
    }
  }
}
