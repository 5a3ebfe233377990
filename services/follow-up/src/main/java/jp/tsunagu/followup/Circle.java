package jp.tsunagu.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.contracts.Urgency;

/**
 * 関係者: who stands around the person, as the journey tells it.
 *
 * @param parties   for whom the case exists at all
 * @param urgency   of the case as it was opened
 * @param handovers the referrals that are under way or taken on
 */
public record Circle(CaseParties parties, Urgency urgency, List<Handover> handovers) {
  public Circle {
    handovers = List.copyOf(handovers);
  }

  /** @param organisation the one asked */
  public record Handover(String referralId, String organisation, Urgency urgency, boolean accepted) {}

  static Circle none() {
    return new Circle(CaseParties.none(), Urgency.NORMAL, List.of());
  }

  /** Whether the case exists for this worker: dates and check-ins are no matter of a support meeting. */
  public boolean admits(Party worker) {
    return parties.include(worker.organisation()) && !bars(worker.worker());
  }

  /** Whether what their organisation has to do with the case is this worker's business. */
  public boolean concerns(Party worker, Teams teams) {
    return parties.concern(worker, teams);
  }

  public boolean heldBy(String organisation) {
    return parties.holder() != null && parties.holder().organisation().equals(organisation);
  }

  /** The first of all, which recorded the person itself. */
  public boolean openedBy(String organisation) {
    return !parties.organisations().isEmpty() && parties.organisations().getFirst().equals(organisation);
  }

  public boolean bars(String worker) {
    return parties.barred().contains(worker);
  }

  /** The holder, and who has taken on a referral; those who are only asked, or only asked others, plan nothing. */
  boolean supportedBy(String organisation) {
    return heldBy(organisation) || handovers.stream().anyMatch(h -> h.accepted() && h.organisation().equals(organisation));
  }

  /** The more urgent of the case and the referral a step belongs to. */
  Urgency urgencyOf(Step step) {
    if (Dates.ofReport(step)) return Urgency.EMERGENCY; // a child, whatever the case was opened as
    var ofReferral = handovers.stream().filter(h -> h.referralId().equals(step.referralId())).map(Handover::urgency);
    return Stream.concat(Stream.of(urgency), ofReferral).min(Comparator.naturalOrder()).orElse(urgency);
  }

  Circle after(News news) {
    return switch (news) {
      case News.Opened n -> new Circle(parties.heldBy(n.holder()), n.urgency(), handovers);
      case News.Held n -> new Circle(parties.heldBy(n.by()), urgency, handovers);
      case News.Reopened n -> new Circle(parties.heldBy(n.holder()), urgency, handovers);
      case News.Barred n -> new Circle(parties.barring(n.worker()), urgency, handovers);
      case News.Admitted n -> new Circle(parties.admitting(n.worker()), urgency, handovers);
      case News.Closed _ -> new Circle(parties, urgency, List.of());
      case News.Asked n ->
        new Circle(parties.asked(n.organisation(), n.referralId(), n.worker()), urgency,
            with(new Handover(n.referralId(), n.organisation(), n.urgency(), false)));
      case News.TakenOn n -> new Circle(parties.takenOn(n.referralId(), n.by()), urgency, accepted(n.referralId()));
      case News.ReceiverReplaced n -> new Circle(parties.takenOn(n.referralId(), n.by()), urgency, handovers);
      case News.ReferrerReplaced n -> new Circle(parties.referredBy(n.referralId(), n.by()), urgency, handovers);
      case News.Over n -> new Circle(parties, urgency, without(n.referralId()));
      case News.StepsPlanned _,News.CheckInsPlanned _ -> this;
    };
  }

  private List<Handover> with(Handover one) {
    var more = new ArrayList<>(without(one.referralId()));
    more.add(one);
    return more;
  }

  private List<Handover> without(String referralId) {
    return handovers.stream().filter(h -> !h.referralId().equals(referralId)).toList();
  }

  private List<Handover> accepted(String referralId) {
    return handovers.stream()
        .map(h -> h.referralId().equals(referralId) ? new Handover(h.referralId(), h.organisation(), h.urgency(), true) : h).toList();
  }
}
