package jp.tsunagu.notification.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.UnknownMessage;

/** Who is told of what. At most one telling per person and message. */
public final class NoticePolicy {
  private NoticePolicy() {}

  /** @param memory of the case, this message included */
  public static List<Telling> tellings(Message message, CaseMemory memory, People people) {
    List<Telling> all = new ArrayList<>(switch (message) {
      case ReferralMessage m -> referral(m, memory, people).filter(telling -> !memory.bars(telling.to())).toList();
      case FollowUpMessage m -> followUp(m).toList();
      case IntakeMessage m -> IntakeTellings.of(m, memory, people).filter(telling -> !memory.bars(telling.to())).toList();
      case DirectoryMessage _ -> List.of();
      case NotificationMessage _ -> List.of();
      case UnknownMessage _ -> List.of();
    });
    for (Telling one : List.copyOf(all)) standIn(one, memory, people).filter(deputy -> tellsNobody(all, deputy.to())).ifPresent(all::add);
    return List.copyOf(all);
  }

  /** Whoever is away reads it when they are back; until then it is their deputy's. */
  private static Optional<Telling> standIn(Telling telling, CaseMemory memory, People people) {
    if (!people.away(telling.to())) return Optional.empty();
    return people.deputyOf(telling.to()).filter(deputy -> !memory.bars(deputy)).map(telling::to);
  }

  private static boolean tellsNobody(List<Telling> all, Party who) {
    return all.stream().noneMatch(telling -> telling.to().equals(who));
  }

  private static Stream<Telling> referral(ReferralMessage message, CaseMemory memory, People people) {
    return switch (message) {
      case ReferralMessage.Proposed m ->
        receiver(m.referralId(), memory, people, NoticeKind.REFERRAL_PROPOSED).map(telling -> telling.withUrgency(m.urgency()));
      case ReferralMessage.Accepted m -> accepted(m, memory);
      case ReferralMessage.Declined m -> referrer(m.referralId(), memory, NoticeKind.REFERRAL_DECLINED);
      case ReferralMessage.InformationRequested m -> referrer(m.referralId(), memory, NoticeKind.QUESTION_ASKED);
      case ReferralMessage.InformationGiven m -> receiver(m.referralId(), memory, people, NoticeKind.QUESTION_ANSWERED);
      case ReferralMessage.Waitlisted m -> referrer(m.referralId(), memory, NoticeKind.REFERRAL_WAITLISTED);
      case ReferralMessage.Withdrawn m -> receiver(m.referralId(), memory, people, NoticeKind.REFERRAL_WITHDRAWN);
      case ReferralMessage.ReturnProposed m -> referrer(m.referralId(), memory, NoticeKind.RETURN_PROPOSED);
      case ReferralMessage.Returned m -> receiver(m.referralId(), memory, people, NoticeKind.RETURN_ACCEPTED);
      case ReferralMessage.ReturnRefused m -> receiver(m.referralId(), memory, people, NoticeKind.RETURN_REFUSED);
      case ReferralMessage.Connected m -> referrer(m.referralId(), memory, NoticeKind.CONNECTED);
      case ReferralMessage.AccompaniedVisitPlanned m -> others(m.referralId(), m.by(), memory, NoticeKind.VISIT_PLANNED);
      case ReferralMessage.AccompaniedVisitCancelled m -> others(m.referralId(), m.by(), memory, NoticeKind.VISIT_CANCELLED);
      case ReferralMessage.NotReached m -> referrer(m.referralId(), memory, NoticeKind.NOT_REACHED);
      case ReferralMessage.Completed m -> referrer(m.referralId(), memory, NoticeKind.COMPLETED);
      case ReferralMessage.SecretariatAsked _ -> people.secretariat().stream().map(to -> Telling.of(to, NoticeKind.SECRETARIAT_ASKED));
      // Heard from the journey and not from intake: in its order, everybody who received something is known.
      case ReferralMessage.ConsentEnded m ->
        recipients(m.recipient(), memory, people).map(to -> Telling.of(to, NoticeKind.CONSENT_WITHDRAWN));
      case ReferralMessage.CustodyMoved m -> Stream.of(Telling.of(m.to(), NoticeKind.ASSIGNED));
      case ReferralMessage.WithdrawalReassigned m -> Stream.of(Telling.of(m.to(), NoticeKind.CONSENT_WITHDRAWN));
      case ReferralMessage.ReceiverReassigned m -> Stream.of(Telling.of(m.to(), NoticeKind.ASSIGNED));
      case ReferralMessage.ReferrerReassigned m -> Stream.of(Telling.of(m.to(), NoticeKind.ASSIGNED));
      // What its own worker did, or what nobody has to act on.
      case ReferralMessage.JourneyOpened _ -> Stream.empty();
      case ReferralMessage.WithdrawalAcknowledged _ -> Stream.empty();
      case ReferralMessage.SupportMeetingNoted _ -> Stream.empty();
      case ReferralMessage.SupportMeetingEnded _ -> Stream.empty();
      case ReferralMessage.WorkerBarred _ -> Stream.empty();
      case ReferralMessage.BarLifted _ -> Stream.empty();
      case ReferralMessage.ConsentNoted _ -> Stream.empty();
      case ReferralMessage.SupportEnded _ -> Stream.empty();
      case ReferralMessage.CheckInsPlanned _ -> Stream.empty();
      case ReferralMessage.CaseClosed _ -> Stream.empty();
      case ReferralMessage.CaseReopened _ -> Stream.empty();
      case ReferralMessage.AnswerDateMoved _ -> Stream.empty();
      case ReferralMessage.StepsPlanned _ -> Stream.empty();
    };
  }

  /** Where somebody has to interpret and nobody is booked, both sides see to it. */
  private static Stream<Telling> accepted(ReferralMessage.Accepted m, CaseMemory memory) {
    boolean interpreter = memory.referral(m.referralId()).filter(sides -> sides.interpreter() == Interpreter.NEEDED).isPresent();
    if (!interpreter) return referrer(m.referralId(), memory, NoticeKind.REFERRAL_ACCEPTED);
    return Stream.concat(referrer(m.referralId(), memory, NoticeKind.INTERPRETER_NEEDED),
        Stream.of(Telling.of(m.to(), NoticeKind.INTERPRETER_NEEDED)));
  }

  /** Both workers go, whoever of the two sides said it. */
  private static Stream<Telling> others(String referralId, Party by, CaseMemory memory, NoticeKind kind) {
    return memory.referral(referralId).stream().flatMap(sides -> Stream.concat(Stream.of(sides.from()), sides.receiver().stream()))
        .filter(party -> !party.equals(by)).map(to -> Telling.of(to, kind));
  }

  private static Stream<Telling> followUp(FollowUpMessage message) {
    return switch (message) {
      case FollowUpMessage.DeadlineEscalated m -> Stream.of(Telling.ofDate(m.to(), m.step().key()));
      case FollowUpMessage.CheckInReassigned m -> Stream.of(Telling.of(m.to(), NoticeKind.ASSIGNED));
      case FollowUpMessage.JourneyFollowed _ -> Stream.empty();
      case FollowUpMessage.PartiesNoted _ -> Stream.empty();
      case FollowUpMessage.DeadlineArmed _ -> Stream.empty();
      case FollowUpMessage.DeadlineSettled _ -> Stream.empty();
      case FollowUpMessage.DeadlinePassed _ -> Stream.empty();
      case FollowUpMessage.DeadlineAcknowledged _ -> Stream.empty();
      case FollowUpMessage.CheckInPlanned _ -> Stream.empty();
      case FollowUpMessage.CheckInRecorded _ -> Stream.empty();
      case FollowUpMessage.WatchEnded _ -> Stream.empty();
      case FollowUpMessage.WatchResumed _ -> Stream.empty();
    };
  }

  private static Stream<Telling> referrer(String referralId, CaseMemory memory, NoticeKind kind) {
    return memory.referral(referralId).map(sides -> Telling.of(sides.from(), kind)).stream();
  }

  private static Stream<Telling> receiver(String referralId, CaseMemory memory, People people, NoticeKind kind) {
    return memory.referral(referralId).flatMap(sides -> receiver(sides, people)).map(to -> Telling.of(to, kind)).stream();
  }

  private static Optional<Party> receiver(CaseMemory.Sides sides, People people) {
    return sides.receiver().or(() -> people.managerOf(sides.toOrganisation()));
  }

  /**
   * Everybody at the organisation whom something of this person reached. An organisation that only could have been told, but
   * never was, does not learn now that there is a case.
   */
  private static Stream<Party> recipients(String organisation, CaseMemory memory, People people) {
    return memory.referrals().values().stream().filter(sides -> sides.toOrganisation().equals(organisation))
        .flatMap(sides -> receiver(sides, people).stream()).distinct();
  }
}
