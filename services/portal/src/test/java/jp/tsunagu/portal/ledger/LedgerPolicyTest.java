package jp.tsunagu.portal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Teams;

class LedgerPolicyTest {
  private static final Party FIRST = new Party("org05", "org05-1");
  private static final Party NEXT_DOOR = new Party("org05", "org05-2");
  /** Everybody is in a unit of their own. */
  private static final Teams UNITS = (who, face) -> who.equals(face);

  @Test
  void letsAPartyReadItsShareAndNobodyElse() {
    assertThat(seen(FIRST, Stories.HOUSE, Stories.opened("c-1"))).contains(Stories.opened("c-1").ledger());
    assertThat(seen(new Party("org09", "org09-1"), Stories.HOUSE, Stories.opened("c-1"))).isEmpty();
    assertThat(LedgerPolicy.of(new LedgerPolicy.Look(FIRST, false, Stories.opened("c-1").ledger(), Instant.EPOCH, Stories.HOUSE)))
        .isEmpty();
  }

  @Test
  void letsTheNextUnitReadOnlyWhereItOwesSomething() {
    assertThat(seen(NEXT_DOOR, UNITS, Stories.opened("c-1"))).isEmpty();
    var planned = Stories.opened("c-1").commit(new FollowUpMessage.CheckInPlanned("c-1", "i-1",
        LocalDate.of(2026, 4, 8), "org05", "org05-2"));
    var armed = planned.commit(new FollowUpMessage.DeadlineArmed("c-1", new Step("check-in:i-1",
        StepKind.CHECK_IN, "org05", "org05-2", Instant.parse("2026-04-08T15:00:00Z"), null, null)));
    Ledger seen = seen(NEXT_DOOR, UNITS, armed).orElseThrow();
    assertThat(seen.checkIns().all()).hasSize(1);
    assertThat(seen.consents().all()).isEmpty();
    assertThat(seen.openSteps()).extracting("key").containsExactly("check-in:i-1");
  }

  @Test
  void letsNobodyReadWhoIsBarred() {
    var barred = Stories.opened("c-1").commit(new IntakeMessage.WorkerBarred("c-1", FIRST, NEXT_DOOR));
    assertThat(seen(FIRST, Stories.HOUSE, barred)).isEmpty();
    assertThat(seen(NEXT_DOOR, Stories.HOUSE, barred)).isPresent();
  }

  /** The page is what the rules say of themselves; who changes a rule changes its page. */
  @Test
  void isWrittenDownForEverybody() throws IOException {
    String page = "# Who reads a ledger\n\nWritten from the rules in `LedgerPolicy`. What no rule grants does not exist for the reader.\n\n- **BARRED.** "
        + LedgerPolicy.BARRED + "\n- **TEAM.** " + Teams.RULE + "\n"
        + Arrays.stream(LedgerPolicy.Rule.values()).map(r -> "- **" + r.name() + ".** " + r.says() + "\n").collect(Collectors.joining())
        + "\nWhat a share is:\n\n" + LedgerPolicy.SHARES.stream().map(s -> "- " + s + "\n").collect(Collectors.joining());
    assertThat(Files.readString(Path.of("WHO-SEES-WHAT.md"))).isEqualTo(page);
  }

  private static Optional<Ledger> seen(Party who, Teams teams, CaseStory story) {
    return LedgerPolicy.of(new LedgerPolicy.Look(who, true, story.ledger(), Instant.EPOCH, teams));
  }
}
