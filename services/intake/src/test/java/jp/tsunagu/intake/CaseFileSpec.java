package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every state × command of a case file. */
class CaseFileSpec {
  private static final CaseFileEvent OPENED = new CaseFileEvent.Opened(Sample.opening());
  private static final CaseFileEvent PERSON = new CaseFileEvent.PersonRecorded(Sample.named(), Sample.DESK, Sample.NOW);
  private static final Consent CONSENT = Sample.consent("org15");
  private static final CaseFileEvent GIVEN = new CaseFileEvent.ConsentGiven(CONSENT, Sample.DESK, Sample.NOW);
  private static final CaseFileEvent WITHDRAWN = new CaseFileEvent.ConsentWithdrawn("k-org15", "org15", Sample.DESK, Sample.NOW);
  private static final Person.Known PSEUDONYM = new Person.Pseudonym(new Name("さくら"));

  private final CaseFileDecider decider = new CaseFileDecider(new BlindIndex(new byte[32]));
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> unopened = DeciderSpec.of(decider);
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> opened = unopened.given(OPENED);

  @Nested
  class Unopened {
    @Test
    void isOpenedWithAPerson() {
      unopened.when(open(Sample.named())).then(OPENED, PERSON);
    }

    @Test
    void isOpenedWithAPseudonym() {
      unopened.when(open(PSEUDONYM)).then(OPENED, new CaseFileEvent.PersonRecorded(PSEUDONYM, Sample.DESK, Sample.NOW));
    }

    @Test
    void isOpenedWithoutAnyPerson() {
      unopened.when(open(new Person.Anonymous())).then(OPENED);
    }

    @Test
    void refusesAPersonBornTomorrowInJapan() {
      unopened.when(open(bornOn(LocalDate.of(2026, 4, 2)))).refuses("INVALID in-the-future person.birthDate");
    }

    @Test
    void knowsNothingElse() {
      unopened.when(record(Sample.named())).refuses("UNKNOWN unknown-case");
      unopened.when(erase(Standing.HOLDER)).refuses("UNKNOWN unknown-case");
      unopened.when(give(CONSENT)).refuses("UNKNOWN unknown-case");
      unopened.when(withdraw("k-org15")).refuses("UNKNOWN unknown-case");
    }
  }

  @Nested
  class Opened {
    @Test
    void isNotOpenedTwice() {
      opened.when(open(Sample.named())).refuses("CONFLICT already-open");
    }

    @Test
    void recordsAPersonWhoBecomesKnown() {
      opened.when(record(Sample.named())).then(PERSON);
    }

    @Test
    void recordsAnotherNameInstead() {
      unopened.given(OPENED, PERSON).when(record(PSEUDONYM)).then(new CaseFileEvent.PersonRecorded(PSEUDONYM, Sample.DESK, Sample.NOW));
    }

    @Test
    void recordsNothingWhenNothingChanged() {
      unopened.given(OPENED, PERSON).when(record(Sample.named())).thenNothing();
      opened.when(record(new Person.Anonymous())).thenNothing();
    }

    @Test
    void doesNotPretendToForgetAPerson() {
      unopened.given(OPENED, PERSON).when(record(new Person.Anonymous())).refuses("CONFLICT person-known");
    }

    @Test
    void refusesABirthDateInTheFuture() {
      opened.when(record(bornOn(LocalDate.of(2026, 4, 2)))).refuses("INVALID in-the-future birthDate");
    }

    @Test
    void recordsAConsent() {
      opened.when(give(CONSENT)).then(GIVEN);
    }

    @Test
    void refusesAConsentGivenInTheFutureOrLongAgo() {
      var tomorrow = new Consent("k-2", "org15", CONSENT.purpose(), Set.of(ConsentItem.NAME), Consent.How.WRITTEN, LocalDate.of(2026, 4, 2),
          Language.JAPANESE);
      opened.when(give(tomorrow)).refuses("INVALID in-the-future givenOn");
      var longAgo = new Consent("k-3", "org15", CONSENT.purpose(), Set.of(ConsentItem.NAME), Consent.How.WRITTEN, LocalDate.of(202, 4, 1),
          Language.JAPANESE);
      opened.when(give(longAgo)).refuses("INVALID too-long-ago givenOn");
    }

    @Test
    void takesTheDayAsItIsInJapan() {
      var consent = new Consent("k-2", "org15", CONSENT.purpose(), Set.of(ConsentItem.NAME), Consent.How.WRITTEN, LocalDate.of(2026, 4, 2),
          Language.JAPANESE);
      var lateInTheEvening = new CaseFileCommand.GiveConsent(consent, true, Standing.HOLDER, Sample.DESK,
          Sample.NOW.plus(Duration.ofHours(12)));
      opened.when(lateInTheEvening).accepted();
    }

    @Test
    void refusesAConsentRecordedBefore() {
      unopened.given(OPENED, GIVEN).when(give(CONSENT)).refuses("CONFLICT consent-exists");
      unopened.given(OPENED, GIVEN, WITHDRAWN).when(give(CONSENT)).refuses("CONFLICT consent-exists");
    }

    @Test
    void refusesAConsentForWhomNobodyKnows() {
      opened.when(new CaseFileCommand.GiveConsent(CONSENT, false, Standing.HOLDER, Sample.DESK, Sample.NOW))
          .refuses("INVALID unknown-organisation recipient");
    }

    @Test
    void isChangedByItsHolderOnly() {
      for (var command : commandsOf(Standing.PARTICIPANT))
        unopened.given(OPENED, GIVEN).when(command).refuses("FORBIDDEN not-the-holder");
    }

    @Test
    void doesNotExistForAStranger() {
      for (var command : commandsOf(Standing.STRANGER))
        unopened.given(OPENED, GIVEN).when(command).refuses("UNKNOWN unknown-case");
    }

    private static List<CaseFileCommand> commandsOf(Standing standing) {
      return List.of(
          new CaseFileCommand.RecordPerson(PSEUDONYM, Family.Said.NOTHING, CaseFileCommand.Unseen.NOTHING, true, standing, Sample.DESK,
              Sample.NOW),
          new CaseFileCommand.GiveConsent(Sample.consent("org08"), true, standing, Sample.DESK, Sample.NOW),
          new CaseFileCommand.WithdrawConsent("k-org15", standing, Sample.DESK, Sample.NOW));
    }

    @Test
    void recordsAWithdrawal() {
      unopened.given(OPENED, GIVEN).when(withdraw("k-org15")).then(WITHDRAWN);
    }

    @Test
    void refusesToWithdrawWhatWasNeverGivenOrIsWithdrawn() {
      opened.when(withdraw("k-org15")).refuses("UNKNOWN unknown-consent");
      unopened.given(OPENED, GIVEN, WITHDRAWN).when(withdraw("k-org15")).refuses("CONFLICT already-withdrawn");
    }
  }

  @Nested
  class Erasing {
    private static final CaseFileEvent ERASED = new CaseFileEvent.PersonErased(ErasureReason.PERSON_ASKED, Sample.DESK, Sample.NOW);
    private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> erased = unopened.given(OPENED, PERSON, GIVEN, ERASED);

    @Test
    void isTheHoldersMatter() {
      unopened.given(OPENED, PERSON).when(erase(Standing.HOLDER)).then(ERASED);
      unopened.given(OPENED, PERSON).when(erase(Standing.PARTICIPANT)).refuses("FORBIDDEN not-the-holder");
      unopened.given(OPENED, PERSON).when(erase(Standing.STRANGER)).refuses("UNKNOWN unknown-case");
    }

    @Test
    void happensOnce() {
      erased.when(erase(Standing.HOLDER)).then();
    }

    @Test
    void leavesNobodyToBeKnown() {
      var file = (CaseFile.Opened) decider.fold(List.of(OPENED, PERSON, GIVEN, ERASED));
      assertThat(file.person()).isEqualTo(new Person.Erased());
      assertThat(file.personAsOf(Sample.NOW.minusSeconds(1))).isEqualTo(new Person.Erased());
      assertThat(decider.facts(file))
          .isEqualTo(Map.of("search", List.of(), "likeness", List.of(), "worries", troubles(), "barred", List.of(),
              "erased", true));
    }

    @Test
    void endsWhatMayBeWrittenDown() {
      erased.when(record(PSEUDONYM)).refuses("CONFLICT person-erased");
      erased.when(give(Sample.consent("org08"))).refuses("CONFLICT person-erased");
      erased.when(withdraw("k-org15")).then(WITHDRAWN);
    }
  }

  @Test
  void keepsTheIndexKeysOfThePersonAsNowKnown() {
    var index = new BlindIndex(new byte[32]);
    var renamed = new CaseFileEvent.PersonRecorded(PSEUDONYM, Sample.DESK, Sample.NOW);
    assertThat(decider.facts(decider.fold(List.of(OPENED, PERSON, renamed))))
        .isEqualTo(Map.of("search", List.copyOf(index.keysOf(PSEUDONYM)), "likeness", List.copyOf(index.likenessOf(Traits.of(PSEUDONYM))),
            "worries", troubles(), "barred", List.of()));
    assertThat(decider.facts(decider.initial())).isEmpty();
  }

  private static List<String> troubles() {
    return Sample.opening().worries().kinds().stream().map(Enum::name).toList();
  }

  private static CaseFileCommand open(Person person) {
    return new CaseFileCommand.Open(Sample.opening(), person, true);
  }

  private static CaseFileCommand record(Person person) {
    return new CaseFileCommand.RecordPerson(person, Family.Said.NOTHING, CaseFileCommand.Unseen.NOTHING, true, Standing.HOLDER, Sample.DESK,
        Sample.NOW);
  }

  private static CaseFileCommand erase(Standing standing) {
    return new CaseFileCommand.ErasePerson(ErasureReason.PERSON_ASKED, standing, Sample.DESK, Sample.NOW);
  }

  private static CaseFileCommand give(Consent consent) {
    return new CaseFileCommand.GiveConsent(consent, true, Standing.HOLDER, Sample.DESK, Sample.NOW);
  }

  private static CaseFileCommand withdraw(String consentId) {
    return new CaseFileCommand.WithdrawConsent(consentId, Standing.HOLDER, Sample.DESK, Sample.NOW);
  }

  private static Person bornOn(LocalDate date) {
    return new Person.Named(new Name("架空"), new Name("太郎"), null, null, date, null, null, Contact.NONE, Language.JAPANESE);
  }
}
