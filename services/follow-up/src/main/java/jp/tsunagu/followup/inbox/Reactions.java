package jp.tsunagu.followup.inbox;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.sweep.Ticks;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.trace.Traces;

/** Every message that concerns a watch becomes one command, caused by the message. */
@Component
public class Reactions implements Reaction {
  private static final Actor SELF = Actor.service("follow-up");

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final Journals journals;
  private final InstantSource clock;
  private final Ticks ticks;

  Reactions(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals, InstantSource clock, Ticks ticks) {
    this.watches = watches;
    this.journals = journals;
    this.clock = clock;
    this.ticks = ticks;
  }

  @Override
  public void on(Envelope envelope) {
    switch (envelope.message()) {
      case ReferralMessage _ -> follow(List.of(envelope));
      case NotificationMessage.NoticeAcknowledged m when m.deadlineKey() != null ->
        send(envelope, new WatchCommand.Acknowledge(m.deadlineKey(), m.by(), envelope.time()),
            new Actor(m.by().organisation(), m.by().worker()));
      case NotificationMessage.NoticeBounced m when m.deadlineKey() != null && m.recipient() != null ->
        send(envelope, new WatchCommand.Undelivered(m.deadlineKey(), m.recipient(), ticks.at(clock.instant())), SELF);
      case NotificationMessage _ -> {}
      case IntakeMessage m -> caseFile(envelope, m);
      case FollowUpMessage _ -> {}
      case DirectoryMessage _ -> {}
      case UnknownMessage _ -> {}
    }
  }

  /** What a journey tells at once is followed at once; a watch that has followed further already takes nothing of it. */
  @Override
  public void onAll(List<Envelope> messages, Consumer<Envelope> done) {
    var parts = messages.stream().collect(Collectors.partitioningBy(e -> e.message() instanceof ReferralMessage));
    List<Envelope> ofJourney = parts.getOrDefault(true, List.of());
    follow(ofJourney);
    ofJourney.forEach(done);
    Reaction.super.onAll(parts.getOrDefault(false, List.of()), done);
  }

  /** Of a case file the report and the end of the person concern a watch: there is one as soon as somebody owes a receipt. */
  private void caseFile(Envelope envelope, IntakeMessage message) {
    switch (message) {
      case IntakeMessage.AbuseReported m -> send(envelope, new WatchCommand.ExpectReceipt(m.reportId(), m.by(), m.reportedAt()), SELF);
      case IntakeMessage.AbuseReportReceived m -> send(envelope, new WatchCommand.ReceiptConfirmed(m.reportId()), SELF);
      case IntakeMessage.PersonErased _ -> journals.forget(envelope.caseId()); // what was found is closed with the key
      case IntakeMessage.CaseOpened _,IntakeMessage.PersonRecorded _,IntakeMessage.ConsentGiven _,IntakeMessage.ConsentWithdrawn _,IntakeMessage.SupportMeetingHeld _,IntakeMessage.SupportMeetingEnded _,IntakeMessage.WorkerBarred _,IntakeMessage.BarLifted _,IntakeMessage.GlassBroken _,IntakeMessage.HiddenAddressAttempted _,IntakeMessage.CaseLinked _,IntakeMessage.CaseUnlinked _,IntakeMessage.ConnectionNoted _,IntakeMessage.AgreementAsked _ ->
        {
        }
    }
  }

  private void follow(List<Envelope> ofJourney) {
    List<WatchCommand.Follow> news = ofJourney.stream()
        .flatMap(e -> FromReferral.news((ReferralMessage) e.message()).map(n -> new WatchCommand.Follow(e.sequence(), n)).stream())
        .toList();
    if (!news.isEmpty()) send(ofJourney.getLast(), new WatchCommand.FollowAll(news), SELF);
  }

  /** A watch refuses news only before its journey was opened, which order forbids: then the message waits to be looked at. */
  private void send(Envelope envelope, WatchCommand command, Actor by) {
    Outcome<WatchEvent, Watch> outcome;
    try (var _ = Traces.within(envelope.trace())) {
      outcome = watches.handle("watch-" + envelope.caseId(), envelope.caseId(), command, clock.instant(), by, Cause.message(envelope.id()),
          null);
    }
    if (outcome instanceof Outcome.Refused<WatchEvent, Watch>(var refusal))
      throw new IllegalStateException("the watch refused " + envelope.id() + ": " + refusal.code());
  }
}
