package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something a worker has in a case, which has to move to somebody else before they leave. */
public record Holding(What what, @Nullable String referralId) {
  public enum What {
    /** Is accountable for the person. */
    HOLDER,
    /** Owes an answer to a proposal. */
    ANSWER,
    /** Took a referral on. */
    RECEIVER,
    /** Referred, and stands behind the receiver. */
    REFERRER
  }

  public static List<Holding> of(Journey journey, String worker) {
    if (!(journey instanceof Journey.Open open)) return List.of();
    var all = new ArrayList<Holding>();
    if (open.holder().worker().equals(worker)) all.add(new Holding(What.HOLDER, null));
    for (Referral r : open.handovers().openReferrals()) {
      switch (r.state()) {
        case ReferralState.Asked asked when asked.answerer().worker().equals(worker) -> all.add(new Holding(What.ANSWER, r.id()));
        case ReferralState.Taken taken when taken.receiver().worker().equals(worker) -> all.add(new Holding(What.RECEIVER, r.id()));
        case ReferralState.Asked _,ReferralState.Taken _,ReferralState.Ended _ -> {}
      }
      if (r.terms().from().worker().equals(worker)) all.add(new Holding(What.REFERRER, r.id()));
    }
    return all;
  }
}
