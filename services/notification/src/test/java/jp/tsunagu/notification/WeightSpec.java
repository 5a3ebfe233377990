package jp.tsunagu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

/** What may wait until the morning, and what climbs. */
class WeightSpec {
  private static About about(NoticeKind kind, @Nullable Urgency urgency) {
    return new About(kind, new Party("org05", "org05-1"), null, Instant.EPOCH, urgency);
  }

  private static List<NoticeKind> kinds(Predicate<About> which) {
    return Stream.of(NoticeKind.values()).filter(kind -> which.test(about(kind, null))).toList();
  }

  @Test
  void comesAtAnyHourByItsKind() {
    assertThat(kinds(About::urgent)).containsExactlyInAnyOrder(NoticeKind.DEADLINE_PASSED, NoticeKind.CONSENT_WITHDRAWN,
        NoticeKind.HIDDEN_ADDRESS_ATTEMPTED, NoticeKind.SECRETARIAT_ASKED, NoticeKind.GAP_FOUND, NoticeKind.MESSAGE_PARKED);
  }

  @Test
  void comesAtAnyHourWhereTheMatterIsUrgent() {
    assertThat(about(NoticeKind.REFERRAL_PROPOSED, Urgency.EMERGENCY).urgent()).isTrue();
    assertThat(about(NoticeKind.REFERRAL_PROPOSED, Urgency.URGENT).urgent()).isTrue();
    assertThat(about(NoticeKind.REFERRAL_PROPOSED, Urgency.NORMAL).urgent()).isFalse();
  }

  /** Passed dates have a ladder of their own, and of an unread notice the first one climbs. */
  @Test
  void climbsWhereSomebodyWaitsAndNothingElseClimbs() {
    assertThat(kinds(About::climbs)).contains(NoticeKind.REFERRAL_PROPOSED, NoticeKind.QUESTION_ASKED, NoticeKind.CONSENT_WITHDRAWN)
        .doesNotContain(NoticeKind.DEADLINE_PASSED, NoticeKind.NOTICE_UNREAD, NoticeKind.ASSIGNED, NoticeKind.CONNECTED);
  }
}
