package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.testing.DeciderSpec;

/** A call that stays anonymous, and the code by which the caller can go to another desk. */
class CallSpec {
  private static final Instant EXPIRES = Sample.NOW.plus(Duration.ofDays(14));
  private static final Call.Told TOLD = told(List.of("LISTENED", "org08"));
  private static final CallCommand GIVE = new CallCommand.GiveCode("hash-1", "c-1", EXPIRES, "org05");

  private final DeciderSpec<CallCommand, CallEvent, Call> nothing = DeciderSpec.of(new CallDecider());
  private final DeciderSpec<CallCommand, CallEvent, Call> recorded = nothing.given(new CallEvent.CallRecorded(TOLD));
  private final DeciderSpec<CallCommand, CallEvent, Call> coded = recorded.and(GIVE);

  private static Call.Told told(List<String> information) {
    return new Call.Told("p-1", Sample.DESK, Sample.NOW, Worry.LONELINESS, TimeBand.NIGHT, information, FreeText.of("眠れない"));
  }

  @Test
  void isRecordedOnce() {
    nothing.when(new CallCommand.RecordCall(TOLD)).then(new CallEvent.CallRecorded(TOLD));
    recorded.when(new CallCommand.RecordCall(TOLD)).refuses("CONFLICT call-exists");
  }

  @Test
  void givesACodeToTheDeskThatTookIt() {
    recorded.when(GIVE).then(new CallEvent.CodeGiven("hash-1", "c-1", EXPIRES));
    recorded.when(new CallCommand.GiveCode("hash-1", "c-1", EXPIRES, "org15")).refuses("UNKNOWN unknown-call");
    nothing.when(GIVE).refuses("UNKNOWN unknown-call");
  }

  @Test
  void opensTheSameCaseByALaterCodeAsByTheOneThatWasLost() {
    coded.when(new CallCommand.GiveCode("hash-2", "c-2", EXPIRES, "org05")).then(new CallEvent.CodeGiven("hash-2", "c-1", EXPIRES));
  }

  @Test
  void notesOnceThatTheCallerArrived() {
    coded.when(new CallCommand.NoteUse()).then(new CallEvent.CodeUsed());
    coded.and(new CallCommand.NoteUse()).when(new CallCommand.NoteUse()).thenNothing();
    coded.and(new CallCommand.NoteUse()).when(GIVE).refuses("CONFLICT code-used");
    recorded.when(new CallCommand.NoteUse()).refuses("UNKNOWN unknown-call");
    nothing.when(new CallCommand.NoteUse()).refuses("UNKNOWN unknown-call");
  }

  @Test
  void expiresAtItsInstant() {
    var code = new Call.Code("hash", "c-1", EXPIRES, false);
    assertThat(code.expired(EXPIRES.minusMillis(1))).isFalse();
    assertThat(code.expired(EXPIRES)).isTrue();
  }

  @Test
  void isFoundByWhatIsNoSecret() {
    var facts = new CallDecider().facts(coded.state());
    assertThat(facts).containsEntry("organisation", "org05").containsEntry("month", "2026-04").containsEntry("category", "LONELINESS")
        .containsEntry("timeBand", "NIGHT").containsEntry("code", "hash-1").containsEntry("opens", "c-1");
    assertThat(facts.toString()).doesNotContain("眠れない");
    assertThat(new CallDecider().facts(recorded.state())).doesNotContainKeys("code", "opens");
  }

  @Test
  void namesEveryInformationOnce() {
    assertThatThrownBy(() -> told(List.of("GUIDE", "org08", "GUIDE"))).isInstanceOf(InvalidValue.class)
        .extracting(e -> ((InvalidValue) e).field()).isEqualTo("information[2]");
  }
}
