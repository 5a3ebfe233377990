package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.OPEN;
import static jp.tsunagu.referral.Cast.PROPOSED;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YOUTH;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.Arrays;
import java.nio.file.Path;
import java.nio.file.Files;
import java.io.IOException;
import java.util.List;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.testing.DeciderSpec;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;
import org.junit.jupiter.api.Test;

class ReaderTest {
  private static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> TWO = PROPOSED
      .and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));

  @Test
  void isNobodyForWhomTheCaseDoesNotExist() {
    assertThat(Reader.of(TWO.state(), worker("org09"))).isEmpty();
    assertThat(Reader.of(Cast.NOTHING.state(), worker(YOUTH))).isEmpty();
  }

  @Test
  void seesItsOwnReferralsAndTheHolderAll() {
    assertThat(visible(TWO, YOUTH)).containsExactly("r-1", "r-2");
    assertThat(visible(TWO, WORKPLACE)).containsExactly("r-1");
    assertThat(visible(TWO.and(Cast.accept(KEN, "r-1")), WORKPLACE)).containsExactly("r-1", "r-2");
    assertThat(visible(TWO.and(Cast.accept(KEN, "r-1")), YOUTH)).containsExactly("r-1", "r-2");
  }

  @Test
  void losesTheWordsWhenItDoesNotTakeThePersonOrGivesThemBack() {
    assertThat(words(PROPOSED, WORKPLACE)).isTrue();
    assertThat(words(PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY)), WORKPLACE)).isFalse();
    assertThat(words(PROPOSED.and(Cast.withdraw(YUI, "r-1")), WORKPLACE)).isFalse();
    assertThat(words(Cast.RETURNING.and(Cast.accept(YUI, "r-1")), WORKPLACE)).isFalse();
    assertThat(words(PROPOSED.and(Cast.withdraw(YUI, "r-1")), YOUTH)).isTrue();
  }

  @Test
  void losesTheWordsWithTheConsent() {
    var consented = OPEN.and(Cast.noteConsent("k-1", WELFARE), Cast.noteConsent("k-2", WORKPLACE),
        Cast.propose(YUI, Cast.proposal("r-1", Cast.recipient(WORKPLACE), Basis.consent("k-2"))),
        Cast.propose(YUI, Cast.proposal("r-2", WELFARE)), Cast.accept(Cast.SORA, "r-2"), Cast.accept(KEN, "r-1"));
    assertThat(words(consented, WORKPLACE)).isTrue();
    assertThat(words(consented.and(Cast.endConsent("k-1", WELFARE)), WORKPLACE)).isTrue();
    assertThat(words(consented.and(Cast.endConsent("k-2", WORKPLACE)), WORKPLACE)).isFalse();
  }

  @Test
  void keepsTheWordsOfWhatItCompletedAndHeld() {
    var closed = Cast.CONNECTED.and(Cast.complete(KEN, "r-1"), Cast.close(KEN, Cast.agreed(ClosingReason.GOAL_MET)));
    assertThat(words(closed, WORKPLACE)).isTrue();
  }

  private static List<String> visible(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec, String organisation) {
    return Reader.of(spec.state(), worker(organisation)).orElseThrow().visible().stream().map(Referral::id).toList();
  }

  private static boolean words(DeciderSpec<JourneyCommand, JourneyEvent, Journey> spec, String organisation) {
    Reader reader = Reader.of(spec.state(), worker(organisation)).orElseThrow();
    return reader.readsWordsOf(reader.handovers().referral("r-1").orElseThrow());
  }

  private static Party worker(String organisation) {
    return new Party(organisation, organisation + "-1");
  }

  /** The page is what the rules say of themselves; who changes a rule changes its page. */
  @Test
  void isWrittenDownForEverybody() throws IOException {
    String page = "# Who reads what was written on a referral\n\nWritten from the rules in `Reader`. What no rule grants is not shown.\n\n- **BARRED.** "
        + Reader.BARRED + "\n- **TEAM.** " + Teams.RULE + "\n"
        + Arrays.stream(Reader.Rule.values()).map(r -> "- **" + r.name() + ".** " + r.says() + "\n").collect(Collectors.joining());
    assertThat(Files.readString(Path.of("WHO-SEES-WHAT.md"))).isEqualTo(page);
  }
}
