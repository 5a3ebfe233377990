package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.journal.Decision;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every state × command of a case file. */
class CaseFileSpec {
  private static final CaseFileEvent OPENED = new CaseFileEvent.Opened(Sample.opening());
  private static final CaseFileEvent PERSON = CaseFileEvent.PersonRecorded.of(Sample.named(), Sample.DESK, Sample.NOW);
  private static final Consent CONSENT = Sample.consent("org15");
  private static final CaseFileEvent GIVEN = new CaseFileEvent.ConsentGiven(CONSENT, Sample.DESK, Sample.NOW);
  private static final CaseFileEvent WITHDRAWN = new CaseFileEvent.ConsentWithdrawn("k-org15", "org15", Sample.DESK, Sample.NOW);
  private static final Person.Known PSEUDONYM = new Person.Pseudonym(new Name("さくら"));

  private final CaseFileDecider decider = new CaseFileDecider(new BlindIndex(new byte[32]));

  @Nested
  class Unopened {
    @Test
    void isOpenedWithAPerson() {
      assertThat(decide(open(Sample.named()))).isEqualTo(Decision.accept(OPENED, PERSON));
    }

    @Test
    void isOpenedWithAPseudonym() {
      assertThat(decide(open(PSEUDONYM)))
          .isEqualTo(Decision.accept(OPENED, CaseFileEvent.PersonRecorded.of(PSEUDONYM, Sample.DESK, Sample.NOW)));
    }

    @Test
    void isOpenedWithoutAnyPerson() {
      assertThat(decide(open(new Person.Anonymous()))).isEqualTo(Decision.accept(OPENED));
    }

    @Test
    void refusesAPersonBornTomorrowInJapan() {
      assertThat(refused(decide(open(bornOn(LocalDate.of(2026, 4, 2))))))
          .isEqualTo("INVALID in-the-future person.birthDate");
    }

    @Test
    void knowsNothingElse() {
      assertThat(refused(decide(record(Sample.named())))).isEqualTo("UNKNOWN unknown-case");
      assertThat(refused(decide(give(CONSENT)))).isEqualTo("UNKNOWN unknown-case");
      assertThat(refused(decide(withdraw("k-org15")))).isEqualTo("UNKNOWN unknown-case");
    }
  }

  @Nested
  class Opened {
    @Test
    void isNotOpenedTwice() {
      assertThat(refused(decide(open(Sample.named()), OPENED))).isEqualTo("CONFLICT already-open");
    }

    @Test
    void recordsAPersonWhoBecomesKnown() {
      assertThat(decide(record(Sample.named()), OPENED)).isEqualTo(Decision.accept(PERSON));
    }

    @Test
    void recordsAnotherNameInstead() {
      assertThat(decide(record(PSEUDONYM), OPENED, PERSON))
          .isEqualTo(Decision.accept(CaseFileEvent.PersonRecorded.of(PSEUDONYM, Sample.DESK, Sample.NOW)));
    }

    @Test
    void recordsNothingWhenNothingChanged() {
      assertThat(decide(record(Sample.named()), OPENED, PERSON)).isEqualTo(Decision.accept());
      assertThat(decide(record(new Person.Anonymous()), OPENED)).isEqualTo(Decision.accept());
    }

    @Test
    void doesNotPretendToForgetAPerson() {
      assertThat(refused(decide(record(new Person.Anonymous()), OPENED, PERSON))).isEqualTo("CONFLICT person-known");
    }

    @Test
    void refusesABirthDateInTheFuture() {
      assertThat(refused(decide(record(bornOn(LocalDate.of(2026, 4, 2))), OPENED))).isEqualTo("INVALID in-the-future birthDate");
    }

    @Test
    void recordsAConsent() {
      assertThat(decide(give(CONSENT), OPENED)).isEqualTo(Decision.accept(GIVEN));
    }

    @Test
    void refusesAConsentGivenInTheFuture() {
      var tomorrow = new Consent("k-2", "org15", CONSENT.purpose(), Set.of(ConsentItem.NAME), Consent.How.WRITTEN, LocalDate.of(2026, 4, 2),
          Language.JAPANESE);
      assertThat(refused(decide(give(tomorrow), OPENED))).isEqualTo("INVALID in-the-future givenOn");
    }

    @Test
    void takesTheDayAsItIsInJapan() {
      var consent = new Consent("k-2", "org15", CONSENT.purpose(), Set.of(ConsentItem.NAME), Consent.How.WRITTEN, LocalDate.of(2026, 4, 2),
          Language.JAPANESE);
      var lateInTheEvening = new CaseFileCommand.GiveConsent(consent, true, Standing.HOLDER, Sample.DESK,
          Sample.NOW.plus(Duration.ofHours(12)));
      assertThat(decide(lateInTheEvening, OPENED)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void refusesAConsentRecordedBefore() {
      assertThat(refused(decide(give(CONSENT), OPENED, GIVEN))).isEqualTo("CONFLICT consent-exists");
      assertThat(refused(decide(give(CONSENT), OPENED, GIVEN, WITHDRAWN))).isEqualTo("CONFLICT consent-exists");
    }

    @Test
    void refusesAConsentForWhomNobodyKnows() {
      assertThat(refused(decide(new CaseFileCommand.GiveConsent(CONSENT, false, Standing.HOLDER, Sample.DESK, Sample.NOW), OPENED)))
          .isEqualTo("INVALID unknown-organisation recipient");
    }

    @Test
    void isChangedByItsHolderOnly() {
      for (var command : commandsOf(Standing.PARTICIPANT))
        assertThat(refused(decide(command, OPENED, GIVEN))).isEqualTo("FORBIDDEN not-the-holder");
    }

    @Test
    void doesNotExistForAStranger() {
      for (var command : commandsOf(Standing.STRANGER))
        assertThat(refused(decide(command, OPENED, GIVEN))).isEqualTo("UNKNOWN unknown-case");
    }

    private static List<CaseFileCommand> commandsOf(Standing standing) {
      return List.of(new CaseFileCommand.RecordPerson(PSEUDONYM, standing, Sample.DESK, Sample.NOW),
          new CaseFileCommand.GiveConsent(Sample.consent("org08"), true, standing, Sample.DESK, Sample.NOW),
          new CaseFileCommand.WithdrawConsent("k-org15", standing, Sample.DESK, Sample.NOW));
    }

    @Test
    void recordsAWithdrawal() {
      assertThat(decide(withdraw("k-org15"), OPENED, GIVEN)).isEqualTo(Decision.accept(WITHDRAWN));
    }

    @Test
    void refusesToWithdrawWhatWasNeverGivenOrIsWithdrawn() {
      assertThat(refused(decide(withdraw("k-org15"), OPENED))).isEqualTo("UNKNOWN unknown-consent");
      assertThat(refused(decide(withdraw("k-org15"), OPENED, GIVEN, WITHDRAWN))).isEqualTo("CONFLICT already-withdrawn");
    }
  }

  @Test
  void keepsTheIndexKeysOfThePersonAsNowKnown() {
    var index = new BlindIndex(new byte[32]);
    var renamed = CaseFileEvent.PersonRecorded.of(PSEUDONYM, Sample.DESK, Sample.NOW);
    assertThat(decider.facts(decider.fold(List.of(OPENED, PERSON, renamed))))
        .isEqualTo(Map.of("search", List.copyOf(index.keysOf(PSEUDONYM))));
    assertThat(decider.facts(decider.initial())).isEmpty();
  }

  private Decision<CaseFileEvent> decide(CaseFileCommand command, CaseFileEvent... history) {
    return decider.decide(command, decider.fold(Arrays.asList(history)));
  }

  private static String refused(Decision<CaseFileEvent> decision) {
    var refusal = ((Decision.Refused<CaseFileEvent>) decision).refusal();
    return refusal.kind() + " " + refusal.code() + (refusal.field() == null ? "" : " " + refusal.field());
  }

  private static CaseFileCommand open(Person person) {
    return new CaseFileCommand.Open(Sample.opening(), person);
  }

  private static CaseFileCommand record(Person person) {
    return new CaseFileCommand.RecordPerson(person, Standing.HOLDER, Sample.DESK, Sample.NOW);
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
