package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.runtime.journal.Journals;

/** What becomes of a mail whose recipient has a difficulty: nobody else waits for it. */
class MailTest {
  private static House house;

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  private static String tells(String worker) {
    String caseId = Council.newCase();
    house.journey(caseId, Council.proposed(caseId, worker));
    return caseId;
  }

  private static void arrives(String worker) {
    house.awaitTold(tells(worker), "delivered EMAIL");
    assertThat(house.post.mails(worker)).hasSize(1);
  }

  @Test
  void bouncesOnceWhatARefusingMailboxWillNeverTake() {
    house.post.refusals.put("org05-31", "550 5.1.1 <org05-31@example.org> nobody here");
    String first = tells("org05-31"), second = tells("org05-31");
    arrives("org05-32");
    for (String caseId : new String[]{first, second}) {
      house.awaitTold(caseId, "bounced EMAIL address-refused");
      assertThat(house.notices("org05-31", caseId)).singleElement()
          .satisfies(notice -> assertThat(notice.at("/state").asString()).isEqualTo("DELIVERED"));
    }
    arrives("org05-33"); // time in which it would have been tried again
    assertThat(house.post.tries.get("org05-31")).isLessThanOrEqualTo(2);
    assertThat(house.told(first)).startsWith("raised REFERRAL_PROPOSED to org05-31", "delivered IN_APP", "bounced EMAIL address-refused")
        .containsOnlyOnce("bounced EMAIL address-refused");
  }

  @Test
  void waitsForAMailboxThatSaysNotNow() {
    house.post.refusals.put("org05-34", "450 4.2.1 later");
    String caseId = tells("org05-34");
    await().atMost(House.SOON).until(() -> house.post.tries.getOrDefault("org05-34", 0) >= 6); // more than opens a breaker
    arrives("org05-35");
    assertThat(house.told(caseId)).doesNotContain("delivered EMAIL");
    house.post.refusals.remove("org05-34");
    house.awaitTold(caseId, "delivered EMAIL");
    assertThat(house.post.mails("org05-34")).hasSize(1);
  }

  /** It goes out a while later, by a thread of its own. */
  @Test
  void isDeliveredWithinTheTraceOfWhatItTells() {
    String caseId = Council.newCase(), journey = "journey-" + caseId, trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    house.deliver("referral", new Outgoing<>(Outgoing.id(journey, 1, 0), journey, caseId, 1, true, Council.NOW,
        Council.proposed(caseId, "org05-42"), "00-" + trace + "-00f067aa0ba902b7-01"));
    house.awaitTold(caseId, "delivered EMAIL");
    var history = house.bean(Journals.class).messages(Notice.stream(house.noticeId("org05-42", caseId)), 0);
    assertThat(history.getLast().body()).isInstanceOf(NotificationMessage.NoticeDelivered.class);
    assertThat(history).allSatisfy(message -> assertThat(message.trace()).startsWith("00-" + trace + "-"));
  }

  @Test
  void letsNobodyWaitBehindASlowOne() {
    var answers = new CountDownLatch(1);
    house.post.slow.put("org05-36", answers);
    String caseId = tells("org05-36");
    await().atMost(House.SOON).until(() -> house.post.tries.containsKey("org05-36"));
    arrives("org05-37");
    house.post.slow.remove("org05-36");
    answers.countDown();
    house.awaitTold(caseId, "delivered EMAIL");
  }

  @Test
  void bouncesWhereTheDirectoryKnowsNoAddress() {
    house.switchboard.unreachable.add("org05-38");
    house.awaitTold(tells("org05-38"), "bounced EMAIL no-address");
  }

  @Test
  void waitsWhileTheDirectoryIsAway() {
    house.switchboard.away = true;
    String caseId = tells("org05-39");
    assertThat(house.noticeId("org05-39", caseId)).isNotBlank();
    assertThat(house.told(caseId)).doesNotContain("bounced EMAIL no-address");
    house.switchboard.away = false;
    house.awaitTold(caseId, "delivered EMAIL");
    assertThat(house.post.mails("org05-39")).hasSize(1);
  }

  @Test
  void sendsUnderTheSameIdWhatMayNotHaveArrived() {
    house.post.forgetful.add("org05-40");
    house.awaitTold(tells("org05-40"), "delivered EMAIL");
    assertThat(house.post.mails("org05-40")).hasSize(2).extracting(mail -> mail.content().getMessageID())
        .satisfies(ids -> assertThat(ids.get(0)).isEqualTo(ids.get(1)));
  }

  @Test
  void sendsNoMoreWhatWasAcknowledgedMeanwhile() {
    house.post.refusals.put("org05-41", "450 4.2.1 later");
    String seen = tells("org05-41"), unseen = tells("org05-41");
    house.noticeId("org05-41", unseen);
    assertThat(house.post("org05-41", "/api/notices/" + house.noticeId("org05-41", seen) + "/acknowledgement", "{}").status())
        .isEqualTo(200);
    int before = house.post.tries.getOrDefault("org05-41", 0); // of these the last may still be on its way
    await().atMost(House.SOON).until(() -> house.post.tries.getOrDefault("org05-41", 0) > before + 1);
    house.post.refusals.remove("org05-41");
    house.awaitTold(unseen, "delivered EMAIL");
    assertThat(house.post.mails("org05-41")).hasSize(1);
    assertThat(house.told(seen)).doesNotContain("delivered EMAIL");
  }
}
