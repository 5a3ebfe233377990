package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Party;

/** An unread notice reaches somebody who reads. */
class ClimbingTest {
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static List<String> climbed(String caseId) {
    return house.told(caseId).stream().filter(words -> words.startsWith("climbed") || words.contains("NOTICE_UNREAD")).toList();
  }

  private static void dayPasses() {
    house.clock.pass(Duration.ofHours(25));
  }

  /** Time for a sweep: another notice, told and climbed from the beginning to the end. */
  private static void sweeps() {
    String caseId = house.tells("org05-99");
    house.awaitTold(caseId, "delivered EMAIL");
    dayPasses();
    house.awaitTold(caseId, "climbed to org05-m");
  }

  @Test
  void tellsTheDeputyThenTheManagerThenTheSecretariatAndStaysThere() {
    String caseId = house.tells("org05-1");
    house.awaitTold(caseId, "delivered EMAIL");
    for (String next : new String[]{"org05-2", "org05-m", "secretariat"}) {
      assertThat(house.told(caseId)).doesNotContain("climbed to " + next);
      dayPasses();
      house.awaitTold(caseId, "raised NOTICE_UNREAD to " + next, "climbed to " + next);
    }
    dayPasses();
    await().atMost(House.SOON).until(() -> house.told(caseId).stream().filter("climbed to secretariat"::equals).count() >= 2);
    assertThat(house.notices("secretariat", caseId)).as("each time with a notice of its own").hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void climbsAtOnceWhereItReachedNobody() {
    house.switchboard.unreachable.add("org05-91");
    String caseId = house.tells("org05-91");
    house.awaitTold(caseId, "bounced EMAIL no-address", "climbed to org05-m");
    assertThat(climbed(caseId)).hasSize(2);
  }

  @Test
  void stopsWhenWhoeverWasToldAcknowledges() {
    String caseId = house.tells("org05-92");
    house.awaitTold(caseId, "delivered EMAIL");
    dayPasses();
    house.awaitTold(caseId, "climbed to org05-m");
    String noticeId = house.noticeId("org05-m", caseId);
    assertThat(house.post("org05-m", "/api/notices/" + noticeId + "/acknowledgement", null).status()).isEqualTo(200);
    dayPasses();
    String first = house.noticeId("org05-92", caseId);
    await().atMost(House.SOON).untilAsserted(() -> assertThat(house.published.about(caseId)).contains(
        new NotificationMessage.NoticeAcknowledged(caseId, first, new Party("org05", "org05-m"), null, NotificationMessage.Via.DESK)));
    assertThat(house.told(caseId)).doesNotContain("climbed to secretariat");
  }

  @Test
  void staysWhereItWasRead() {
    String caseId = house.tells("org05-93");
    house.awaitTold(caseId, "delivered EMAIL");
    house.post("org05-93", "/api/notices/" + house.noticeId("org05-93", caseId) + "/reading", null);
    dayPasses();
    sweeps();
    assertThat(climbed(caseId)).isEmpty();
  }

  @Test
  void staysWhereTheMatterMovedWithoutIt() {
    String caseId = house.tells("org05-94");
    house.awaitTold(caseId, "delivered EMAIL");
    house.journey(caseId, new ReferralMessage.Accepted(caseId, "r-1", new Party("org05", "org05-1"), Council.NOW),
        house.clock.instant().plusSeconds(60));
    house.awaitTold(caseId, "raised REFERRAL_ACCEPTED to org01-1");
    dayPasses();
    house.awaitTold(caseId, "overtaken");
    assertThat(climbed(caseId)).isEmpty();
  }

  @Test
  void tellsNobodyWhoIsBarredFromTheCase() {
    String caseId = house.tells("org05-95");
    house.awaitTold(caseId, "delivered EMAIL");
    house.journey(caseId, new ReferralMessage.WorkerBarred(caseId, new Party("org05", "org05-m")));
    house.journey(caseId, Council.answered(caseId));
    await().atMost(House.SOON).until(() -> house.notices("org05-95", caseId).size() == 2);
    dayPasses();
    house.awaitTold(caseId, "climbed to secretariat");
    assertThat(house.notices("org05-m", caseId)).isEmpty();
  }

  @Test
  void takesBackWhatWasToldToWhoIsBarredSince() {
    String caseId = house.tells("org05-97");
    house.awaitTold(caseId, "delivered EMAIL");
    String notice = "/api/notices/" + house.noticeId("org05-97", caseId) + "/acknowledgement";
    house.journey(caseId, new ReferralMessage.WorkerBarred(caseId, new Party("org05", "org05-97")));
    await().atMost(House.SOON).until(() -> house.notices("org05-97", caseId).isEmpty());
    var answer = house.post("org05-97", notice, null);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/code")).isEqualTo(house.post("org05-97", "/api/notices/n-none/acknowledgement", null).text("/code"));
    house.journey(caseId, new ReferralMessage.BarLifted(caseId, new Party("org05", "org05-97")));
    await().atMost(House.SOON).until(() -> !house.notices("org05-97", caseId).isEmpty());
    assertThat(house.post("org05-97", notice, null).status()).isEqualTo(200);
  }

  @Test
  void neverClimbsWhatIsOnlyGoodToKnow() {
    String caseId = house.tells("org05-96");
    house.journey(caseId, Council.withdrawn(caseId));
    String noticeId = house.noticeId("org05-96", caseId);
    await().atMost(House.SOON).until(() -> house.notices("org05-96", caseId).size() == 2);
    house.post("org05-96", "/api/notices/" + noticeId + "/acknowledgement", null);
    dayPasses();
    sweeps();
    assertThat(climbed(caseId)).isEmpty();
  }
}
