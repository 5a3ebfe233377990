package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import jp.tsunagu.local.demo.LogIn;
import jp.tsunagu.local.demo.MachineLogIn;
import jp.tsunagu.testing.TraceCollector.Traced;

/** What a collector is told of an act: all that came of it, and nothing of the person. */
@ExtendWith(Town.Here.class)
class TracesTest {
  /** A worker, an organisation, a telephone number, and whatever is written in Japanese. */
  private static final Pattern TELLS = Pattern
      .compile(".*(org\\d\\d|(?<!\\}/|referral\\.)secretariat|machine-of|000-0000|[\\p{IsHan}\\p{IsKatakana}]|%E[3-9]).*");

  private final Town town;

  TracesTest(Town town) {
    this.town = town;
  }

  @Test
  void followOneClickThroughEveryServiceToTheLastThatCameOfIt() {
    Matter matter = proposed();
    Town.eventually(() -> assertThat(steps(click(matter))).contains("portal CLIENT http post",
        "referral SERVER http post /api/cases/{caseId}/referrals", "referral PRODUCER send referral.proposed.v1",
        "follow-up CONSUMER process referral.proposed.v1", "follow-up PRODUCER send follow-up.deadline-armed.v1",
        "notification CONSUMER process referral.proposed.v1", "notification PRODUCER send notification.notice-raised.v1",
        "portal CONSUMER process referral.proposed.v1", "portal CONSUMER process follow-up.deadline-armed.v1",
        "portal CONSUMER process notification.notice-raised.v1"));
  }

  @Test
  void beginAtTheDoorAndHangTogether() {
    Matter matter = proposed();
    Town.eventually(() -> {
      List<Traced> all = click(matter);
      assertThat(steps(all)).contains("portal CONSUMER process notification.notice-raised.v1");
      Set<String> ids = all.stream().map(Traced::id).collect(Collectors.toSet());
      assertThat(all.stream().filter(span -> !ids.contains(span.parent()))).singleElement().satisfies(first -> {
        assertThat(first.service()).isEqualTo("portal");
        assertThat(first.kind()).isEqualTo("SERVER");
        assertThat(first.parent()).isEmpty();
        assertThat(first.attributes()).containsEntry("case", matter.id());
      });
    });
  }

  @Test
  void tellNothingOfThePersonAndNothingThatWasSearchedFor() {
    Matter matter = proposed();
    town.desk("org05").get("/api/cases?q=KAKUUTAROU");
    Town.eventually(() -> assertThat(steps(click(matter))).contains("portal CONSUMER process notification.notice-raised.v1"));
    Town.eventually(() -> assertThat(town.traces().spans()).extracting(Traced::name).contains("http get /api/cases"));
    assertThat(town.traces().text()).doesNotContain("架空", "相談", "KAKUUTAROU");
    assertThat(town.traces().spans()).allSatisfy(span -> {
      assertThat(span.name()).doesNotMatch(TELLS).doesNotContain(matter.id());
      span.attributes().forEach((key, value) -> {
        if (!key.equals("messaging.message.id")) assertThat(value).as(key).doesNotMatch(TELLS);
        if (!Set.of("case", "messaging.message.id").contains(key)) assertThat(value).as(key).doesNotContain("c-0");
      });
    });
  }

  @Test
  void beginAtTheFormThatSomebodySends() {
    Matter matter = town.desk("org05").opens("HOUSING");
    String referral = matter.refer("org08-1").id();
    var browser = new LogIn(town.door());
    assertThat(browser.as("org08-1", MachineLogIn.SECRET)).isTrue();
    browser.sends("/cases/" + matter.id() + "/referrals/" + referral + "/answer",
        Map.of("key", UUID.randomUUID().toString(), "answer", "acceptance", "worker", "org08-1"));
    Town.eventually(() -> {
      List<Traced> all = of(matter, "send referral.accepted.v1");
      assertThat(all.stream().filter(span -> span.parent().isEmpty())).singleElement().satisfies(first -> {
        assertThat(first.service() + " " + first.kind() + " " + first.name())
            .startsWith("portal SERVER http post /cases/{caseId}/").endsWith("/{thing}/{deed}");
        assertThat(first.attributes()).containsEntry("case", matter.id());
      });
      assertThat(steps(all)).contains("referral SERVER http post /api/cases/{caseId}/referrals/{referralId}/acceptance",
          "portal CONSUMER process referral.accepted.v1");
    });
  }

  private Matter proposed() {
    Matter matter = town.desk("org05").opens("HOUSING");
    matter.propose("org08-1", Matter.on(matter.consent("org08", "相談を引き継ぐため"))).done();
    return matter;
  }

  /** Everything of the trace by which somebody was proposed. */
  private List<Traced> click(Matter matter) {
    return of(matter, "send referral.proposed.v1");
  }

  /** Everything of the trace that has this step of the case. */
  private List<Traced> of(Matter matter, String step) {
    List<Traced> all = town.traces().spans();
    Set<String> trace = all.stream().filter(span -> span.name().equals(step))
        .filter(span -> matter.id().equals(span.attributes().get("case"))).map(Traced::trace).collect(Collectors.toSet());
    assertThat(trace).hasSize(1);
    return all.stream().filter(span -> trace.contains(span.trace())).toList();
  }

  private static List<String> steps(List<Traced> spans) {
    return spans.stream().map(span -> span.service() + " " + span.kind() + " " + span.name()).distinct().toList();
  }
}
