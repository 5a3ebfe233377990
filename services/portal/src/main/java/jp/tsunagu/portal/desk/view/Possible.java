package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;
import jp.tsunagu.portal.ledger.Referral.State;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Role;

/** Which forms a page offers to a worker. Only an offer: whether it may be done is decided where it is done. */
public final class Possible {
  private Possible() {}

  /** On the case as a whole, what is done most often in front. */
  public static List<String> onCase(Ledger ledger, Caller caller) {
    if (!caller.supportsPeople() || !ledger.parties().include(caller.organisation())) return List.of(); // looks in, and no more
    boolean holder = ledger.heldLastBy(caller.organisation());
    List<String> acts = new ArrayList<>();
    if (ledger.open()) acts.addAll(onOpenCase(ledger, caller, holder));
    else acts.add("reopening");
    if (holder) acts.add("abuse-report"); // a duty, also when the case is closed
    if (holder && caller.is(Role.MANAGER) && !erased(ledger)) acts.add("erasure");
    return acts;
  }

  private static List<String> onOpenCase(Ledger ledger, Caller caller, boolean holder) {
    List<String> acts = new ArrayList<>();
    if (holder) acts.addAll(List.of("referral", "consent", "support-end"));
    if (holder || supports(ledger, caller)) acts.add("check-in");
    if (holder) acts.addAll(List.of("assignment", "support-meeting", "bar", "closure"));
    return acts;
  }

  private static boolean erased(Ledger ledger) {
    return ledger.timeline().all().stream().anyMatch(h -> h.type().equals("intake.person-erased"));
  }

  private static boolean supports(Ledger ledger, Caller caller) {
    return ledger.referrals().all().stream().anyMatch(r -> r.to().equals(caller.organisation()) && r.state().taken());
  }

  /** 同行 */
  private static List<String> together(Referral r) {
    return r.visitAt() == null ? List.of("accompanied-visit") : List.of("accompanied-visit", "visit-cancellation");
  }

  /** On one referral; the first is the one that is waited for. */
  public static List<String> onReferral(Referral r, Caller caller) {
    if (!caller.supportsPeople()) return List.of();
    boolean receiving = r.to().equals(caller.organisation());
    boolean referring = r.from().equals(caller.organisation());
    List<String> acts = new ArrayList<>();
    if (receiving && r.state().unanswered()) acts.add("answer");
    if (receiving && r.state() == State.ACCEPTED) acts.add("first-contact");
    if (receiving && r.state() == State.CONNECTED) acts.add("completion");
    if ((receiving || referring) && r.state().taken()) acts.addAll(together(r));
    if (receiving && (r.state() == State.ACCEPTED || r.state() == State.CONNECTED)) acts.add("return");
    if (referring && r.state() == State.INFO_REQUESTED) acts.add("reply");
    if (referring && r.state() == State.RETURNING) acts.add("return-answer");
    if (referring && r.state().unanswered()) acts.add("withdrawal");
    return acts;
  }
}
