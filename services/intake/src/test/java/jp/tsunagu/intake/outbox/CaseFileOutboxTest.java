package jp.tsunagu.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Consent;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.Language;
import jp.tsunagu.intake.Name;
import jp.tsunagu.intake.Person;

import org.junit.jupiter.api.Test;

class CaseFileOutboxTest {
  private static final Party DESK = new Party("org05", "org05-1");

  @Test
  void tellsThatAPersonWasRecordedAndNotWho() {
    var event = new CaseFileEvent.PersonRecorded(new Person.Pseudonym(new Name("さくら")), DESK, Instant.EPOCH);
    assertThat(CaseFileOutbox.message("c-1", event)).isEqualTo(new IntakeMessage.PersonRecorded("c-1", DESK, false));
  }

  @Test
  void tellsAConsentWithoutItsPurpose() {
    var date = LocalDate.of(2026, 4, 1);
    var consent = new Consent("k-1", "org15", OwnWords.of("目的"), Set.of(ConsentItem.SUMMARY, ConsentItem.NAME), Consent.How.WRITTEN, date,
        Language.JAPANESE);
    assertThat(CaseFileOutbox.message("c-1", new CaseFileEvent.ConsentGiven(consent, DESK, Instant.EPOCH)))
        .isEqualTo(new IntakeMessage.ConsentGiven("c-1", "k-1", "org15", List.of(ConsentItem.NAME, ConsentItem.SUMMARY), date));
    assertThat(CaseFileOutbox.message("c-1", new CaseFileEvent.ConsentWithdrawn("k-1", "org15", DESK, Instant.EPOCH)))
        .isEqualTo(new IntakeMessage.ConsentWithdrawn("c-1", "k-1", "org15"));
  }
}
