package jp.tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

/** A notice: raised → delivered or bounced → read → acknowledged. */
class NoticeSpec {
  private static final Party RECIPIENT = new Party("org05", "org05-1");
  private static final Party OTHER = new Party("org05", "org05-2");
  private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
  private static final About PASSED = new About(NoticeKind.DEADLINE_PASSED, RECIPIENT, "next-step", AT);
  private static final NoticeCommand RAISE = new NoticeCommand.Raise(PASSED, Set.of(Channel.EMAIL), AT, null);
  private static final DeciderSpec<NoticeCommand, NoticeEvent, Notice> UNRAISED = DeciderSpec.of(new NoticeDecider());
  private static final DeciderSpec<NoticeCommand, NoticeEvent, Notice> RAISED = UNRAISED.and(RAISE);
  private static final DeciderSpec<NoticeCommand, NoticeEvent, Notice> ACKNOWLEDGED = RAISED
      .and(new NoticeCommand.Acknowledge(RECIPIENT, Via.DESK));

  private static java.util.Map<String, Object> facts(DeciderSpec<NoticeCommand, NoticeEvent, Notice> spec) {
    return spec.decider().facts(spec.state());
  }

  @Nested
  class BeforeItIsRaised {
    @Test
    void isRaisedIntoTheInAppInbox() {
      UNRAISED.when(RAISE).then(new NoticeEvent.Raised(PASSED, Set.of(Channel.EMAIL), AT, null),
          new NoticeEvent.Delivered(Channel.IN_APP, null));
    }

    @Test
    void isUnknownToEverythingElse() {
      UNRAISED.when(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")).refuses("UNKNOWN no-such-notice");
      UNRAISED.when(new NoticeCommand.Bounce(Channel.EMAIL, "refused")).refuses("UNKNOWN no-such-notice");
      UNRAISED.when(new NoticeCommand.Read(RECIPIENT)).refuses("UNKNOWN no-such-notice");
      UNRAISED.when(new NoticeCommand.Acknowledge(RECIPIENT, Via.DESK)).refuses("UNKNOWN no-such-notice");
    }
  }

  @Nested
  class OnceRaised {
    @Test
    void isNotRaisedAgain() {
      RAISED.when(RAISE).thenNothing();
    }

    @Test
    void isDeliveredOncePerChannel() {
      RAISED.when(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")).then(new NoticeEvent.Delivered(Channel.EMAIL, "l-1"));
      RAISED.and(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")).when(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")).thenNothing();
    }

    @Test
    void bouncesOncePerChannel() {
      var bounce = new NoticeCommand.Bounce(Channel.EMAIL, "address-refused");
      RAISED.when(bounce).then(new NoticeEvent.Bounced(Channel.EMAIL, "address-refused"));
      RAISED.and(bounce).when(bounce).thenNothing();
    }

    @Test
    void isReadByItsRecipientOnce() {
      RAISED.when(new NoticeCommand.Read(RECIPIENT)).then(new NoticeEvent.Read(RECIPIENT));
      RAISED.and(new NoticeCommand.Read(RECIPIENT)).when(new NoticeCommand.Read(RECIPIENT)).thenNothing();
    }

    @Test
    void isAcknowledgedByItsRecipientWithTheDeadlineItIsAbout() {
      RAISED.when(new NoticeCommand.Acknowledge(RECIPIENT, Via.DESK)).then(new NoticeEvent.Acknowledged(RECIPIENT, "next-step", Via.DESK));
    }

    @Test
    void doesNotExistForAnybodyElse() {
      RAISED.when(new NoticeCommand.Read(OTHER)).refuses("UNKNOWN no-such-notice");
      RAISED.when(new NoticeCommand.Acknowledge(OTHER, Via.DESK)).refuses("UNKNOWN no-such-notice");
    }

    @Test
    void waitsInTheLaneOfItsRecipient() {
      assertThat(facts(RAISED)).containsEntry("laneEMAIL", "org05-1").containsEntry("recipient", "org05-1").containsEntry("open", 1)
          .containsEntry("raisedAt", AT).containsEntry("state", "DELIVERED").containsEntry("deadlineKey", "next-step")
          .containsEntry("notBefore", AT).containsEntry("urgent", true);
      assertThat(facts(RAISED.and(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")))).doesNotContainKey("laneEMAIL");
    }
  }

  @Nested
  class OnceAcknowledged {
    @Test
    void staysSo() {
      ACKNOWLEDGED.when(new NoticeCommand.Acknowledge(RECIPIENT, Via.DESK)).thenNothing();
      ACKNOWLEDGED.when(new NoticeCommand.Read(RECIPIENT)).thenNothing();
      ACKNOWLEDGED.when(RAISE).thenNothing();
      assertThat(facts(ACKNOWLEDGED)).containsEntry("open", 0).containsEntry("state", "ACKNOWLEDGED");
    }

    @Test
    void needNotGoOutAnyMore() {
      assertThat(facts(ACKNOWLEDGED)).doesNotContainKey("laneEMAIL");
    }

    @Test
    void stillNotesWhatHadJustGoneOut() {
      ACKNOWLEDGED.when(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")).then(new NoticeEvent.Delivered(Channel.EMAIL, "l-1"));
      ACKNOWLEDGED.when(new NoticeCommand.Bounce(Channel.EMAIL, "address-refused"))
          .then(new NoticeEvent.Bounced(Channel.EMAIL, "address-refused"));
      assertThat(facts(ACKNOWLEDGED.and(new NoticeCommand.Deliver(Channel.EMAIL, "l-1")))).containsEntry("state", "ACKNOWLEDGED");
    }

    @Test
    void doesNotExistForAnybodyElse() {
      ACKNOWLEDGED.when(new NoticeCommand.Acknowledge(OTHER, Via.DESK)).refuses("UNKNOWN no-such-notice");
    }
  }
}
