package jp.tsunagu.notification.telling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;

/**
 * The little that has to be remembered of a case to know whom a later message concerns.
 *
 * @param holder    who holds the case; null before it was opened
 * @param barred    workers who are told nothing of this case
 * @param referrals by id; all that ever were, since a consent may be withdrawn long after
 * @param acted     organisation → when one of its workers last did something in the journey
 */
public record CaseMemory(@Nullable Party holder, Map<String, Sides> referrals, List<String> barred, Map<String, Instant> acted) {
  @SuppressWarnings("NullAway") // as it was stored before there were bars, and before acts were remembered
  public CaseMemory {
    referrals = Map.copyOf(referrals);
    barred = barred == null ? List.of() : List.copyOf(barred);
    acted = acted == null ? Map.of() : Map.copyOf(acted);
  }

  /**
   * The two sides of a referral.
   *
   * @param toWorker the worker asked by name or receiving; null while the organisation as a whole is asked
   */
  public record Sides(Party from, String toOrganisation, @Nullable String toWorker, @Nullable Interpreter interpreter) {
    Optional<Party> receiver() {
      return Optional.ofNullable(toWorker).map(worker -> new Party(toOrganisation, worker));
    }

    Sides receivedBy(Party to) {
      return new Sides(from, to.organisation(), to.worker(), interpreter);
    }

    Sides referredBy(Party other) {
      return new Sides(other, toOrganisation, toWorker, interpreter);
    }
  }

  public static CaseMemory none() {
    return new CaseMemory(null, Map.of(), List.of(), Map.of());
  }

  public boolean bars(Party worker) {
    return barred.contains(worker.worker());
  }

  /** Whether the matter moved, by the hand of somebody of this organisation: then they know, read or unread. */
  public boolean movedBy(String organisation, Instant since) {
    Instant last = acted.get(organisation);
    return last != null && last.isAfter(since);
  }

  public CaseMemory after(ReferralMessage message, Instant at) {
    CaseMemory next = after(message);
    return Acts.by(message).map(by -> next.with(by.organisation(), at)).orElse(next);
  }

  private CaseMemory with(String organisation, Instant at) {
    Map<String, Instant> more = new LinkedHashMap<>(acted);
    more.put(organisation, at);
    return new CaseMemory(holder, referrals, barred, more);
  }

  Optional<Sides> referral(String id) {
    return Optional.ofNullable(referrals.get(id));
  }

  public CaseMemory after(ReferralMessage message) {
    return switch (message) {
      case ReferralMessage.JourneyOpened m -> heldBy(m.holder());
      case ReferralMessage.CustodyMoved m -> heldBy(m.to());
      case ReferralMessage.CaseReopened m -> heldBy(m.holder());
      case ReferralMessage.Proposed m -> with(m.referralId(), new Sides(m.from(), m.toOrganisation(), m.toWorker(), m.interpreter()));
      case ReferralMessage.Accepted m -> changed(m.referralId(), sides -> sides.receivedBy(m.to()));
      case ReferralMessage.ReceiverReassigned m -> changed(m.referralId(), sides -> sides.receivedBy(m.to()));
      case ReferralMessage.ReferrerReassigned m -> changed(m.referralId(), sides -> sides.referredBy(m.to()));
      case ReferralMessage.WorkerBarred m -> barring(Stream.concat(barred.stream(), Stream.of(m.worker().worker())).toList());
      case ReferralMessage.BarLifted m -> barring(barred.stream().filter(w -> !w.equals(m.worker().worker())).toList());
      case ReferralMessage.WithdrawalAcknowledged _ -> this;
      case ReferralMessage.WithdrawalReassigned _ -> this;
      case ReferralMessage.SupportMeetingNoted _ -> this;
      case ReferralMessage.SupportMeetingEnded _ -> this;
      case ReferralMessage.Declined _ -> this;
      case ReferralMessage.Withdrawn _ -> this;
      case ReferralMessage.Returned _ -> this;
      case ReferralMessage.NotReached _ -> this;
      case ReferralMessage.Completed _ -> this;
      case ReferralMessage.ConsentNoted _ -> this;
      case ReferralMessage.ConsentEnded _ -> this;
      case ReferralMessage.SecretariatAsked _ -> this;
      case ReferralMessage.InformationRequested _ -> this;
      case ReferralMessage.InformationGiven _ -> this;
      case ReferralMessage.Waitlisted _ -> this;
      case ReferralMessage.AnswerDateMoved _ -> this;
      case ReferralMessage.ReturnProposed _ -> this;
      case ReferralMessage.ReturnRefused _ -> this;
      case ReferralMessage.Connected _ -> this;
      case ReferralMessage.AccompaniedVisitPlanned _ -> this;
      case ReferralMessage.AccompaniedVisitCancelled _ -> this;
      case ReferralMessage.SupportEnded _ -> this;
      case ReferralMessage.CheckInsPlanned _ -> this;
      case ReferralMessage.CaseClosed _ -> this;
      case ReferralMessage.StepsPlanned _ -> this;
    };
  }

  private CaseMemory heldBy(Party party) {
    return new CaseMemory(party, referrals, barred, acted);
  }

  private CaseMemory barring(List<String> workers) {
    return new CaseMemory(holder, referrals, workers, acted);
  }

  private CaseMemory with(String referralId, Sides sides) {
    Map<String, Sides> more = new LinkedHashMap<>(referrals);
    more.put(referralId, sides);
    return new CaseMemory(holder, more, barred, acted);
  }

  private CaseMemory changed(String referralId, UnaryOperator<Sides> change) {
    return referral(referralId).map(sides -> with(referralId, change.apply(sides))).orElse(this);
  }
}
