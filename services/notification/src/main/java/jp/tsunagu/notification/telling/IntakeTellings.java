package jp.tsunagu.notification.telling;

import java.util.stream.Stream;

import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/** Who is told of what becomes known of a case: its holder, and the secretariat where it is asked. */
public final class IntakeTellings {
  private IntakeTellings() {}

  /** Whether the holder has to be known before anybody can be told. */
  public static boolean areForHolder(IntakeMessage message) {
    return switch (message) {
      case IntakeMessage.HiddenAddressAttempted _,IntakeMessage.CaseLinked _,IntakeMessage.CaseUnlinked _,IntakeMessage.AgreementAsked _,IntakeMessage.GlassBroken _ ->
        true;
      case IntakeMessage.ConnectionNoted m -> m.stage() == ConnectionStage.REFUSED;
      case IntakeMessage.CaseOpened _,IntakeMessage.PersonRecorded _,IntakeMessage.PersonErased _,IntakeMessage.ConsentGiven _,IntakeMessage.ConsentWithdrawn _,IntakeMessage.SupportMeetingHeld _,IntakeMessage.SupportMeetingEnded _,IntakeMessage.WorkerBarred _,IntakeMessage.BarLifted _,IntakeMessage.AbuseReported _,IntakeMessage.AbuseReportReceived _ ->
        false;
    };
  }

  static Stream<Telling> of(IntakeMessage message, CaseMemory memory, People people) {
    return switch (message) {
      case IntakeMessage.HiddenAddressAttempted _ -> holder(memory, NoticeKind.HIDDEN_ADDRESS_ATTEMPTED);
      case IntakeMessage.AgreementAsked _ -> holder(memory, NoticeKind.CONNECTION_PROPOSED);
      case IntakeMessage.CaseLinked m -> holder(memory, NoticeKind.LINK_CHANGED).filter(t -> !t.to().equals(m.by()));
      case IntakeMessage.CaseUnlinked m -> holder(memory, NoticeKind.LINK_CHANGED).filter(t -> !t.to().equals(m.by()));
      case IntakeMessage.GlassBroken m ->
        Stream.concat(Stream.of(m.holder()), people.managerOver(m.holder()).stream()).distinct()
            .map(to -> Telling.of(to, NoticeKind.GLASS_BROKEN));
      case IntakeMessage.SupportMeetingHeld m ->
        m.members().stream().filter(member -> !member.equals(m.by())).map(to -> Telling.of(to, NoticeKind.MEETING_HELD));
      case IntakeMessage.ConnectionNoted m -> connection(m.stage(), memory, people);
      case IntakeMessage.CaseOpened _,IntakeMessage.PersonRecorded _,IntakeMessage.PersonErased _,IntakeMessage.ConsentGiven _,IntakeMessage.ConsentWithdrawn _,IntakeMessage.SupportMeetingEnded _,IntakeMessage.WorkerBarred _,IntakeMessage.BarLifted _,IntakeMessage.AbuseReported _,IntakeMessage.AbuseReportReceived _ ->
        Stream.empty();
    };
  }

  private static Stream<Telling> connection(ConnectionStage stage, CaseMemory memory, People people) {
    return switch (stage) {
      case ASKED -> secretariat(people, NoticeKind.CONNECTION_REQUESTED);
      case REFUSED ->
        Stream.concat(holder(memory, NoticeKind.CONNECTION_REFUSED), secretariat(people, NoticeKind.CONNECTION_REFUSED));
      case PROPOSED, AGREED, JOINED -> Stream.empty(); // told by the case files it concerns
    };
  }

  private static Stream<Telling> holder(CaseMemory memory, NoticeKind kind) {
    return Stream.ofNullable(memory.holder()).map(to -> Telling.of(to, kind));
  }

  private static Stream<Telling> secretariat(People people, NoticeKind kind) {
    return people.secretariat().stream().map(to -> Telling.of(to, kind));
  }
}
