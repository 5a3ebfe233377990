package jp.tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

/** An unread notice climbs until somebody acknowledges it. */
class ClimbingSpec {
  private static final Party RECIPIENT = new Party("org05", "org05-1");
  private static final Party DEPUTY = new Party("org05", "org05-2");
  private static final Party MANAGER = new Party("org05", "org05-m");
  private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
  private static final Instant LATER = AT.plus(Duration.ofDays(1));
  private static final Instant LATER_STILL = AT.plus(Duration.ofDays(2));
  private static final About ASKED = new About(NoticeKind.REFERRAL_PROPOSED, RECIPIENT, null, AT);
  private static final NoticeCommand TO_DEPUTY = new NoticeCommand.Climb(1, Rung.DEPUTY, DEPUTY, "n-2", LATER_STILL);
  private static final NoticeCommand TO_MANAGER = new NoticeCommand.Climb(2, Rung.MANAGER, MANAGER, "n-3", LATER_STILL);
  private static final DeciderSpec<NoticeCommand, NoticeEvent, Notice> RAISED = DeciderSpec.of(new NoticeDecider())
      .and(new NoticeCommand.Raise(ASKED, Set.of(Channel.EMAIL, Channel.WEBHOOK), AT, LATER));

  private static Map<String, Object> facts(DeciderSpec<NoticeCommand, NoticeEvent, Notice> spec) {
    return spec.decider().facts(spec.state());
  }

  @Test
  void waitsItsTimeFirst() {
    assertThat(facts(RAISED)).containsEntry("climbAt", LATER);
    assertThat(facts(RAISED.and(new NoticeCommand.Bounce(Channel.EMAIL, "address-refused")))).containsEntry("climbAt", LATER);
  }

  @Test
  void climbsAtOnceWhereItReachesNobody() {
    var nowhere = RAISED.and(new NoticeCommand.Bounce(Channel.EMAIL, "address-refused"), new NoticeCommand.Bounce(Channel.WEBHOOK, "gone"));
    assertThat(facts(nowhere)).containsEntry("climbAt", AT);
    assertThat(facts(nowhere.and(TO_DEPUTY))).as("the deputy gets their time").containsEntry("climbAt", LATER_STILL);
    var somewhere = RAISED.and(new NoticeCommand.Bounce(Channel.EMAIL, "address-refused"),
        new NoticeCommand.Deliver(Channel.WEBHOOK, "n-1"));
    assertThat(facts(somewhere)).containsEntry("climbAt", LATER);
  }

  @Test
  void climbsOneRungAtATimeAndEachOnce() {
    RAISED.when(TO_DEPUTY).then(new NoticeEvent.Climbed(Rung.DEPUTY, DEPUTY, "n-2", LATER_STILL));
    RAISED.and(TO_DEPUTY).when(TO_DEPUTY).thenNothing();
    RAISED.when(TO_MANAGER).thenNothing();
    RAISED.and(TO_DEPUTY).when(TO_MANAGER).then(new NoticeEvent.Climbed(Rung.MANAGER, MANAGER, "n-3", LATER_STILL));
  }

  @Test
  void climbsNoMoreOnceItIsReadOrAcknowledged() {
    for (NoticeCommand answer : new NoticeCommand[]{new NoticeCommand.Read(RECIPIENT),
        new NoticeCommand.Acknowledge(RECIPIENT, Via.LINK)}) {
      RAISED.and(answer).when(TO_DEPUTY).thenNothing();
      assertThat(facts(RAISED.and(answer))).doesNotContainKey("climbAt");
    }
  }

  @Test
  void climbsNoMoreOnceTheMatterMoved() {
    RAISED.when(new NoticeCommand.Overtake()).then(new NoticeEvent.Overtaken());
    var overtaken = RAISED.and(new NoticeCommand.Overtake());
    overtaken.when(TO_DEPUTY).thenNothing();
    overtaken.when(new NoticeCommand.Overtake()).thenNothing();
    assertThat(facts(overtaken)).doesNotContainKey("climbAt").containsEntry("open", 1);
  }

  @Test
  void isAcknowledgedByWhoeverItClimbedToLast() {
    var climbed = RAISED.and(TO_DEPUTY, TO_MANAGER);
    climbed.when(new NoticeCommand.StandIn(DEPUTY)).thenNothing();
    climbed.when(new NoticeCommand.StandIn(MANAGER)).then(new NoticeEvent.Acknowledged(MANAGER, null, Via.DESK));
    RAISED.when(new NoticeCommand.StandIn(MANAGER)).thenNothing();
    climbed.and(new NoticeCommand.StandIn(MANAGER)).when(new NoticeCommand.StandIn(MANAGER)).thenNothing();
  }

  @Test
  void neverClimbsWhereItIsOnlyGoodToKnow() {
    var told = DeciderSpec.of(new NoticeDecider()).and(
        new NoticeCommand.Raise(new About(NoticeKind.CONNECTED, RECIPIENT, null, AT), Set.of(Channel.EMAIL), AT, null),
        new NoticeCommand.Bounce(Channel.EMAIL, "address-refused"));
    assertThat(facts(told)).doesNotContainKey("climbAt");
    told.when(TO_DEPUTY).thenNothing();
  }
}
