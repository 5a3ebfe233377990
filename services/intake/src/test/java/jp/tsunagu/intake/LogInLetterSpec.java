package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.testing.DeciderSpec;

/** Whom a barred worker lets in is barred with them. */
class LogInLetterSpec {
  private static final Duration REACH = Duration.ofDays(30);
  private static final Instant NOW = Sample.NOW;
  private static final Party MANAGER = new Party("org05", "org05-m");
  private static final Party NEW = new Party("org05", "org05-z");
  private static final Party BY = new Party("tsunagu", "service-intake");
  private static final FreeText WHY = FreeText.of("手紙");
  private static final CaseFileEvent OPENED = new CaseFileEvent.Opened(Sample.opening());
  private static final CaseFileEvent PERSON = new CaseFileEvent.PersonRecorded(Sample.named(), Sample.DESK, NOW);

  private final CaseFileDecider decider = new CaseFileDecider(new BlindIndex(new byte[32]));
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> unopened = DeciderSpec.of(decider);
  private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> barring = unopened.given(OPENED, PERSON, barred(MANAGER, NOW));

  @Test
  void barsItsReader() {
    barring.when(writtenAt(NOW.plusSeconds(1))).then(barred(NEW, BY, NOW));
    barring.when(writtenAt(NOW)).then(barred(NEW, BY, NOW));
  }

  @Test
  void barsItsReaderWhenItWasWrittenShortlyBefore() {
    barring.when(writtenAt(NOW.minus(REACH))).then(barred(NEW, BY, NOW));
    barring.when(writtenAt(NOW.minus(REACH).minusMillis(1))).thenNothing();
  }

  @Test
  void barsNobodyWhereItsWriterIsNotBarred() {
    unopened.given(OPENED, PERSON).when(writtenAt(NOW)).thenNothing();
    unopened.given(OPENED, PERSON, barred(MANAGER, NOW), lifted(MANAGER, NOW)).when(writtenAt(NOW.plusSeconds(1))).thenNothing();
    unopened.given(OPENED, PERSON, barred(NEW, NOW)).when(writtenAt(NOW)).thenNothing();
  }

  @Test
  void barsNobodyTwice() {
    barring.and(writtenAt(NOW)).when(writtenAt(NOW.plusSeconds(1))).thenNothing();
  }

  @Test
  void countsNoMoreOnceItsReaderWasLetInAgain() {
    Instant later = NOW.plusSeconds(60);
    var letInAgain = unopened.given(OPENED, PERSON, barred(MANAGER, NOW), barred(NEW, NOW), lifted(NEW, later));
    letInAgain.when(writtenAt(NOW)).thenNothing();
    letInAgain.when(writtenAt(later)).thenNothing();
    letInAgain.when(writtenAt(later.plusSeconds(1))).then(barred(NEW, BY, NOW));
  }

  @Test
  void barsNobodyFromWhatIsNotThere() {
    unopened.when(writtenAt(NOW)).refuses("UNKNOWN unknown-case");
    var erased = new CaseFileEvent.PersonErased(ErasureReason.PERSON_ASKED, Sample.DESK, NOW);
    unopened.given(OPENED, PERSON, barred(MANAGER, NOW), erased).when(writtenAt(NOW)).thenNothing();
  }

  @Test
  void findsTheCasesByWhoIsBarred() {
    assertThat(decider.facts(barring.and(writtenAt(NOW)).state())).containsEntry("barred", List.of("org05-m", "org05-z"));
    assertThat(decider.facts(unopened.given(OPENED, barred(NEW, NOW), lifted(NEW, NOW)).state())).containsEntry("barred", List.of());
  }

  private static CaseFileCommand writtenAt(Instant at) {
    return new CaseFileCommand.BarLetIn(new LogInLetter(NEW, MANAGER.worker(), at), REACH, WHY, BY, NOW);
  }

  private static CaseFileEvent barred(Party worker, Instant at) {
    return barred(worker, Sample.DESK, at);
  }

  private static CaseFileEvent barred(Party worker, Party by, Instant at) {
    return new CaseFileEvent.WorkerBarred(new Bar(worker, WHY), by, at);
  }

  private static CaseFileEvent lifted(Party worker, Instant at) {
    return new CaseFileEvent.BarLifted(worker, Sample.DESK, at);
  }
}
