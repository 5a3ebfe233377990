package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The mail server is away: nothing is lost, and everything goes out later, in order, once, as one digest for each. */
class OutageTest {
  private static final String PROPOSED = "One referral waits for your answer";
  private static final String ANSWERED = "The referring side answered";
  private static final String WITHDRAWN = "A referral that had reached you was withdrawn";
  private static final List<String> THREE = List.of(PROPOSED, ANSWERED, WITHDRAWN);
  private static House house;
  /** Each test's own: mail that earlier ones left on the broker must not count. */
  private final List<String> workers = IntStream.range(0, 5).mapToObj(i -> "org05-" + Council.newCase() + i).toList();

  @BeforeAll
  static void start() {
    house = new House();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  /** A case for every worker, with three notices each. */
  private List<String> manyTold() {
    List<String> cases = workers.stream().map(_ -> Council.newCase()).toList();
    for (int i = 0; i < cases.size(); i++) house.journey(cases.get(i), Council.proposed(cases.get(i), workers.get(i)));
    cases.forEach(caseId -> house.journey(caseId, Council.answered(caseId)));
    cases.forEach(caseId -> house.journey(caseId, Council.withdrawn(caseId)));
    return cases;
  }

  private void standInTheInbox(List<String> cases, int each) {
    for (int i = 0; i < cases.size(); i++) {
      String worker = workers.get(i), caseId = cases.get(i);
      await().atMost(House.SOON).until(() -> house.notices(worker, caseId).size() == each);
      assertThat(house.told(caseId)).doesNotContain("delivered EMAIL");
    }
  }

  /** @param letters at most so many for each worker: what was on its way when the road broke goes out as it was, and then the rest */
  private void arriveInOrderOnce(List<String> cases, List<String> kinds, int letters) {
    for (int i = 0; i < cases.size(); i++) {
      String worker = workers.get(i), caseId = cases.get(i);
      await().atMost(House.SOON).until(() -> house.told(caseId).stream().filter("delivered EMAIL"::equals).count() == kinds.size());
      var mails = house.post.mails(worker);
      assertThat(mails).hasSizeBetween(1, letters).extracting(mail -> mail.content().getMessageID()).doesNotHaveDuplicates();
      assertThat(mails.stream().flatMap(mail -> PostOffice.lines(mail).stream()))
          .zipSatisfy(kinds, (line, kind) -> assertThat(line).startsWith("- " + kind));
    }
  }

  @Test
  void losesNothingWhileTheServerIsAway() {
    house.post.goesAway();
    List<String> cases = manyTold();
    standInTheInbox(cases, 3);
    house.post.comesBack();
    arriveInOrderOnce(cases, THREE, 1);
  }

  @Test
  void losesNothingWhenItIsItselfStartedAgainMeanwhile() {
    house.post.goesAway();
    List<String> cases = manyTold();
    standInTheInbox(cases, 3);
    house.stop();
    cases.forEach(caseId -> house.journey(caseId, Council.answered(caseId)));
    house.startAgain();
    standInTheInbox(cases, 4);
    house.post.comesBack();
    arriveInOrderOnce(cases, List.of(PROPOSED, ANSWERED, WITHDRAWN, ANSWERED), 2);
  }

  @Test
  void leavesAServerAloneThatHangsUp() {
    house.post.hangsUp = true;
    List<String> cases = manyTold();
    standInTheInbox(cases, 3);
    // Five lanes that rest a third of a second at most would call many times in the one second in which nobody may.
    var before = new AtomicInteger(-1);
    await().during(Duration.ofSeconds(1)).atMost(House.SOON).until(() -> {
      int now = house.post.calls.get();
      return before.getAndSet(now) == now;
    });
    house.post.hangsUp = false;
    arriveInOrderOnce(cases, THREE, 2);
  }
}
