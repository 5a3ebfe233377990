package jp.tsunagu.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;
import jp.tsunagu.contracts.Urgency;

class ReadingTest {
  private static final CheckIn CHECK_IN = new CheckIn("i-1", LocalDate.of(2026, 4, 8), new Party("org05", "org05-1"), null);

  @Test
  void showsWhoeverOpenedAndHoldsEverythingAndOthersTheirOwn() {
    Circle held = circle("org01", "org01", "org05");
    assertThat(Reading.allows(held, "org01", CHECK_IN)).isTrue();
    assertThat(Reading.allows(held, "org05", CHECK_IN)).isTrue();
    assertThat(Reading.allows(held, "org08", CHECK_IN)).isFalse();
    Circle handedOn = circle("org08", "org01", "org05", "org08");
    assertThat(Reading.allows(handedOn, "org08", CHECK_IN)).isFalse();
    assertThat(Reading.allows(handedOn, "org01", CHECK_IN)).isFalse();
  }

  /** The page is what the rules say of themselves; who changes a rule changes its page. */
  @Test
  void isWrittenDownForEverybody() throws IOException {
    String page = "# Who reads what check-ins found\n\nWritten from the rules in `Reading`. What no rule grants is not shown.\n\n- **BARRED.** "
        + Reading.BARRED + "\n- **TEAM.** " + Teams.RULE + "\n- **CIRCLE.** " + Reading.CIRCLE + "\n"
        + Arrays.stream(Reading.values()).map(r -> "- **" + r.name() + ".** " + r.says() + "\n").collect(Collectors.joining());
    assertThat(Files.readString(Path.of("WHO-SEES-WHAT.md"))).isEqualTo(page);
  }

  private static Circle circle(String holder, String... organisations) {
    return new Circle(CaseParties.of(new Party(holder, holder + "-1"), List.of(organisations)), Urgency.NORMAL, List.of());
  }
}
