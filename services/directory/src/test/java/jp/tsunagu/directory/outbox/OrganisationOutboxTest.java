package jp.tsunagu.directory.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.LetIn;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.DisplayName;
import jp.tsunagu.directory.Email;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationDecider;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.Profile;
import jp.tsunagu.directory.Worker;

class OrganisationOutboxTest {
  @Test
  void tellsWhoThereIsByIdOnly() {
    var profile = new Profile("応援センター", "若者総合相談", "若者と家族", List.of("来所"), false, true, false);
    var worker = new Worker(new Id("org05-1"), new DisplayName("架空 一郎", "カクウ イチロウ"), new Email("org05-1@org05.example"),
        Set.of(WorkerRole.MANAGER, WorkerRole.CASEWORKER), "相談係", null, null);
    var state = new OrganisationDecider().fold(List.of(new OrganisationEvent.Joined(new Id("org05"), profile, List.of("相談係")),
        new OrganisationEvent.WorkerAdded(worker), new OrganisationEvent.SecretariatTaken()));
    var message = OrganisationOutbox.message("org05", state);
    assertThat(message).isEqualTo(new DirectoryMessage.Organisation("org05", "応援センター", true, true, true, List.of("相談係"),
        List.of(new DirectoryMessage.Worker("org05-1", "org05", Set.of(WorkerRole.CASEWORKER, WorkerRole.MANAGER), "相談係", null, null,
            WorkerState.ACTIVE))));
    assertThat(message.toString()).doesNotContain("架空", "カクウ", "example");
  }

  @Test
  void tellsWithinWhatTimeItAnswersWhereThatIsNotAsUsual() {
    var profile = new Profile("応援センター", "相談", "若者", List.of(), false, true, false);
    var joined = new OrganisationEvent.Joined(new Id("org05"), profile, List.of());
    var set = new OrganisationEvent.AnswerTimesSet(new AnswerTimes("12h", null, null));
    var unset = new OrganisationEvent.AnswerTimesSet(AnswerTimes.USUAL);
    assertThat(told(joined, set).answerTimes()).isEqualTo(set.times());
    assertThat(told(joined, set, unset)).isEqualTo(told(joined));
    assertThat(told(joined).answerTimes()).isNull();
  }

  private static DirectoryMessage.Organisation told(OrganisationEvent... events) {
    var state = new OrganisationDecider().fold(List.of(events));
    return (DirectoryMessage.Organisation) OrganisationOutbox.message("org05", state);
  }

  @Test
  void tellsWhoWroteTheNewestLetter() {
    var profile = new Profile("応援センター", "若者総合相談", "若者と家族", List.of("来所"), false, true, false);
    var worker = new Worker(new Id("org05-1"), new DisplayName("架空 一郎", "カクウ イチロウ"), new Email("org05-1@org05.example"),
        Set.of(WorkerRole.CASEWORKER), null, null, null);
    var first = new LetIn("org05-m", Instant.parse("2026-04-01T03:00:00Z"));
    var second = new LetIn("admin", Instant.parse("2026-04-02T03:00:00Z"));
    var state = new OrganisationDecider().fold(List.of(new OrganisationEvent.Joined(new Id("org05"), profile, List.of()),
        new OrganisationEvent.WorkerAdded(worker), new OrganisationEvent.LetterWritten(worker.id(), first),
        new OrganisationEvent.LetterWritten(worker.id(), second), new OrganisationEvent.WorkerLeaving(worker.id(), second.at())));
    assertThat(((DirectoryMessage.Organisation) OrganisationOutbox.message("org05", state)).workers())
        .extracting(DirectoryMessage.Worker::letIn).containsExactly(second);
  }
}
