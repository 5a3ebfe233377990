package jp.tsunagu.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
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

  boolean includes(String organisation) {
    return parties.include(organisation);
  }

  /** The holder, and who has taken on a referral; those who are only asked, or only asked others, plan nothing. */
  boolean supportedBy(String organisation) {
    boolean holds = parties.holder() != null && parties.holder().organisation().equals(organisation);
    return holds || handovers.stream().anyMatch(h -> h.accepted() && h.organisation().equals(organisation));
  }

  /** The more urgent of the case and the referral a step belongs to. */
  Urgency urgencyOf(Step step) {
    var ofReferral = handovers.stream().filter(h -> h.referralId().equals(step.referralId())).map(Handover::urgency);
    return Stream.concat(Stream.of(urgency), ofReferral).min(Comparator.naturalOrder()).orElse(urgency);
  }

  Circle after(ReferralMessage message) {
    CaseParties next = parties.after(message);
    return switch (message) {
      case ReferralMessage.JourneyOpened m -> new Circle(next, m.urgency(), handovers);
      case ReferralMessage.Proposed m ->
        new Circle(next, urgency, with(new Handover(m.referralId(), m.toOrganisation(), m.urgency(), false)));
      case ReferralMessage.Accepted m -> new Circle(next, urgency, accepted(m.referralId()));
      case ReferralMessage.Declined m -> new Circle(next, urgency, without(m.referralId()));
      case ReferralMessage.Withdrawn m -> new Circle(next, urgency, without(m.referralId()));
      case ReferralMessage.Returned m -> new Circle(next, urgency, without(m.referralId()));
      case ReferralMessage.NotReached m -> new Circle(next, urgency, without(m.referralId()));
      case ReferralMessage.Completed m -> new Circle(next, urgency, without(m.referralId()));
      case ReferralMessage.CaseClosed _ -> new Circle(next, urgency, List.of());
      case ReferralMessage.CustodyMoved _,ReferralMessage.CaseReopened _ -> new Circle(next, urgency, handovers);
      case ReferralMessage.ConsentNoted _,ReferralMessage.ConsentEnded _,ReferralMessage.SecretariatAsked _,ReferralMessage.InformationRequested _,ReferralMessage.InformationGiven _,ReferralMessage.Waitlisted _,ReferralMessage.ReturnProposed _,ReferralMessage.ReturnRefused _,ReferralMessage.Connected _,ReferralMessage.ReceiverReassigned _,ReferralMessage.ReferrerReassigned _,ReferralMessage.SupportEnded _,ReferralMessage.CheckInsPlanned _,ReferralMessage.StepsPlanned _ ->
        this;
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
