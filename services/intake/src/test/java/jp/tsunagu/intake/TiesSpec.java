package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

/** A person who hides, and other cases of the same person. */
class TiesSpec {
  private static final Party OTHER = new Party("org15", "org15-1");
  private static final CaseFileEvent OPENED = new CaseFileEvent.Opened(Sample.opening());
  private static final Discretion HIDDEN = new Discretion(true, null);
  private static final Discretion THROUGH = new Discretion(true, "org15");

  private final CaseFileDecider decider = new CaseFileDecider(new BlindIndex(new byte[32]));
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> unopened = DeciderSpec.of(decider);
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> opened = unopened.given(OPENED);

  @Nested
  class AHiddenAddress {
    private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> hidden = unopened.given(OPENED, recorded(person(HIDDEN, null)));

    @Test
    void staysHiddenWhileNothingIsSaidOfIt() {
      hidden.when(record(person(null, null))).thenNothing();
    }

    @Test
    void isNotRecordedWhileNothingIsSaidOfIt() {
      hidden.when(record(person(null, "小倉北区"))).refuses("INVALID address-hidden address");
    }

    @Test
    void isRecordedOnceTheFlagIsLifted() {
      hidden.when(record(person(new Discretion(false, null), "小倉北区"))).then(recorded(person(null, "小倉北区")));
    }

    @Test
    void isHiddenForAPseudonymToo() {
      var pseudonym = new Person.Pseudonym(new Name("さくら"), HIDDEN);
      unopened.given(OPENED, recorded(pseudonym)).when(record(new Person.Pseudonym(new Name("ひまわり"))))
          .then(recorded(new Person.Pseudonym(new Name("ひまわり"), HIDDEN)));
    }

    @Test
    void keepsTheOrganisationThatStandsBetween() {
      var through = unopened.given(OPENED, recorded(person(THROUGH, null)));
      through.when(record(person(null, null))).thenNothing();
      through.when(record(reachedAt("000-1234-5678"))).refuses("INVALID contact-only-through phones");
      through.when(record(person(HIDDEN, null))).thenNothing();
      through.when(record(person(new Discretion(true, "org08"), null))).then(recorded(person(new Discretion(true, "org08"), null)));
    }

    @Test
    void losesTheOrganisationBetweenOnlyWhenThatIsSaid() {
      var through = unopened.given(OPENED, recorded(person(THROUGH, null)));
      through.when(record(person(new Discretion(true, ""), null))).then(recorded(person(HIDDEN, null)));
      through.when(record(person(new Discretion(null, ""), null))).then(recorded(person(HIDDEN, null)));
      through.when(record(person(new Discretion(false, null), null))).then(recorded(person(null, null)));
    }

    @Test
    void isReachedThroughAnOrganisationThatTakesPart() {
      unopened.when(new CaseFileCommand.Open(Sample.opening(), person(THROUGH, null), false))
          .refuses("INVALID unknown-organisation person.contactThrough");
      hidden.when(new CaseFileCommand.RecordPerson(person(THROUGH, null), Family.Said.NOTHING, CaseFileCommand.Unseen.NOTHING, false,
          Standing.HOLDER, Sample.DESK, Sample.NOW)).refuses("INVALID unknown-organisation contactThrough");
    }

    @Test
    void isSaidInALogWithoutThePerson() {
      assertThat(person(THROUGH, null)).hasToString("Named[…, address hidden]");
      assertThat(new Person.Pseudonym(new Name("さくら"), THROUGH).toString()).contains("address hidden").doesNotContain("さくら", "org15");
    }

    @Test
    void isNotedWhoeverSentOne() {
      var attempted = new CaseFileEvent.HiddenAddressAttempted(OTHER, Sample.NOW);
      hidden.when(attempt(Standing.HOLDER)).then(attempted);
      hidden.when(attempt(Standing.PARTICIPANT)).then(attempted);
      hidden.when(attempt(Standing.STRANGER)).refuses("UNKNOWN unknown-case");
      opened.when(attempt(Standing.HOLDER)).thenNothing();
      unopened.when(attempt(Standing.HOLDER)).refuses("UNKNOWN unknown-case");
    }

    private static CaseFileCommand attempt(Standing standing) {
      return new CaseFileCommand.NoteAddressAttempt(standing, OTHER, Sample.NOW);
    }
  }

  @Nested
  class ALink {
    private static final CaseFileEvent LINKED = new CaseFileEvent.Linked("c-2", false, Sample.DESK, Sample.NOW);
    private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> linked = unopened.given(OPENED, LINKED);

    @Test
    void isMadeOnceBetweenTwoCasesThatAreHeld() {
      opened.when(link("c-2", true, Standing.HOLDER)).then(LINKED);
      linked.when(link("c-2", true, Standing.HOLDER)).thenNothing();
    }

    @Test
    void isNotMadeWithItselfOrWithACaseOfOthers() {
      opened.when(link("c-1", true, Standing.HOLDER)).refuses("INVALID same-case caseId");
      opened.when(link("c-2", false, Standing.HOLDER)).refuses("INVALID case-not-held caseId");
    }

    @Test
    void isTheHoldersMatter() {
      for (var standing : List.of(link("c-2", true, Standing.PARTICIPANT), unlink(false, Standing.PARTICIPANT),
          new CaseFileCommand.AskAgreement("v-1", Standing.PARTICIPANT, OTHER, Sample.NOW)))
        linked.when(standing).refuses("FORBIDDEN not-the-holder");
      linked.when(link("c-3", true, Standing.STRANGER)).refuses("UNKNOWN unknown-case");
    }

    @Test
    void isTakenBackAndMadeAgain() {
      var unlinked = new CaseFileEvent.Unlinked("c-2", OwnWords.of("別の人だった"), false, Sample.DESK, Sample.NOW);
      linked.when(unlink(false, Standing.HOLDER)).then(unlinked);
      unopened.given(OPENED, LINKED, unlinked).when(link("c-2", true, Standing.HOLDER)).then(LINKED);
    }

    @Test
    void thatIsNotThereIsNotTakenBackUnlessAsAnEcho() {
      opened.when(unlink(false, Standing.HOLDER)).refuses("UNKNOWN unknown-link");
      opened.when(unlink(true, Standing.HOLDER)).thenNothing();
    }

    @Test
    void outlivesTheErasureOfThePerson() {
      var erased = new CaseFileEvent.PersonErased(ErasureReason.PERSON_ASKED, Sample.DESK, Sample.NOW);
      assertThat(((CaseFile.Opened) decider.fold(List.of(OPENED, LINKED, erased))).links()).containsExactly("c-2");
    }

    private static CaseFileCommand link(String other, boolean held, Standing standing) {
      return new CaseFileCommand.Link(other, held, false, standing, Sample.DESK, Sample.NOW);
    }

    private static CaseFileCommand unlink(boolean echo, Standing standing) {
      return new CaseFileCommand.Unlink("c-2", OwnWords.of("別の人だった"), echo, standing, Sample.DESK, Sample.NOW);
    }
  }

  private static CaseFileEvent recorded(Person.Known person) {
    return new CaseFileEvent.PersonRecorded(person, Sample.DESK, Sample.NOW);
  }

  private static CaseFileCommand record(Person person) {
    return new CaseFileCommand.RecordPerson(person, Family.Said.NOTHING, CaseFileCommand.Unseen.NOTHING, true, Standing.HOLDER, Sample.DESK,
        Sample.NOW);
  }

  private static Person.Named person(@Nullable Discretion discretion, @Nullable String address) {
    return named(new Contact(List.of(), null, address == null ? null : new Address(null, new Address.Line(address)), discretion));
  }

  private static Person.Named reachedAt(String phone) {
    return named(new Contact(List.of(new Phone(phone)), null, null));
  }

  private static Person.Named named(Contact contact) {
    return new Person.Named(new Name("架空"), new Name("花子"), null, null, LocalDate.of(1999, 9, 9), null, null, contact, Language.JAPANESE);
  }
}
