package jp.tsunagu.followup.inbox;

import java.time.InstantSource;

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
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;

/** Every message that concerns a watch becomes one command, caused by the message. */
@Component
public class Reactions implements Reaction {
  private static final Actor SELF = Actor.service("follow-up");

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final InstantSource clock;

  Reactions(CommandHandler<WatchCommand, WatchEvent, Watch> watches, InstantSource clock) {
    this.watches = watches;
    this.clock = clock;
  }

  @Override
  public void on(Envelope envelope) {
    switch (envelope.message()) {
      case ReferralMessage m ->
        FromReferral.news(m).ifPresent(news -> send(envelope, new WatchCommand.Follow(envelope.sequence(), news), SELF));
      case NotificationMessage.NoticeAcknowledged m when m.deadlineKey() != null ->
        send(envelope, new WatchCommand.Acknowledge(m.deadlineKey(), m.by(), envelope.time()),
            new Actor(m.by().organisation(), m.by().worker()));
      case NotificationMessage _ -> {}
      case IntakeMessage _ -> {}
      case FollowUpMessage _ -> {}
      case DirectoryMessage _ -> {}
      case UnknownMessage _ -> {}
    }
  }

  /** A watch refuses news only before its journey was opened, which order forbids: then the message waits to be looked at. */
  private void send(Envelope envelope, WatchCommand command, Actor by) {
    var outcome = watches.handle("watch-" + envelope.caseId(), envelope.caseId(), command, clock.instant(), by,
        Cause.message(envelope.id()), null);
    if (outcome instanceof Outcome.Refused<WatchEvent, Watch>(var refusal))
      throw new IllegalStateException("the watch refused " + envelope.id() + ": " + refusal.code());
  }
}
