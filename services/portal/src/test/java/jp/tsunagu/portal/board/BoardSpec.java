package jp.tsunagu.portal.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.board.CaseFigures.CheckIn;
import jp.tsunagu.portal.ledger.Referral.State;

class BoardSpec {
  private static final Instant APRIL = Instant.parse("2026-04-10T01:00:00Z");
  private static final Instant NOW = Instant.parse("2026-05-20T01:00:00Z");
  private static final Period YEAR = Period.fiscalYear(2026);
  private final List<CaseFigures> cases = new ArrayList<>();

  private void opened(String by, @Nullable String channel, Instant at, Handover... handovers) {
    cases.add(new CaseFigures("c-" + cases.size(), at, by, channel, List.of(handovers), List.of(), null, null));
  }

  private static Handover waiting(String from, String to, Instant answerBy) {
    return new Handover(from, from + "-1", to, to + "-1", State.PROPOSED, APRIL, answerBy, null, null, null, null, null);
  }

  private static Handover accepted(String from, String to, int hours, int moreHours, State state, @Nullable OutcomeCode outcome) {
    Instant accepted = APRIL.plus(Duration.ofHours(hours));
    return new Handover(from, from + "-1", to, to + "-1", state, APRIL, NOW, accepted, null, accepted.plus(Duration.ofHours(moreHours)),
        null, outcome);
  }

  private static Handover declined(String from, String to, int hours) {
    return new Handover(from, from + "-1", to, to + "-1", State.DECLINED, APRIL, NOW, null, APRIL.plus(Duration.ofHours(hours)), null,
        DeclineReason.NO_CAPACITY,
        null);
  }

  private Board all() {
    return Board.of(cases, null, YEAR, NOW);
  }

  @Test
  void countsCasesByHowThePersonCame() {
    opened("org05", "PHONE", APRIL);
    opened("org05", "PHONE", APRIL);
    opened("org06", null, APRIL);
    opened("org06", "GUIDE", APRIL.minus(Duration.ofDays(30)));
    assertThat(all().opened()).isEqualTo(3);
    assertThat(all().channels()).isEqualTo(Map.of("PHONE", 2L));
    assertThat(Board.of(cases, "org06", YEAR, NOW).opened()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsKnownOfAskingAnOrganisation() {
    var asking = new Party("org05", "org05-1");
    for (int hours = 1; hours <= 4; hours++) opened("org05", "PHONE", APRIL, declined("org05", "org06", hours));
    assertThat(Reception.of(cases, "org06", asking, NOW)).as("too few answers to say").isEqualTo(new Reception(null, List.of()));
    opened("org05", "PHONE", APRIL, accepted("org05", "org06", 5, 20, State.CONNECTED, null));
    assertThat(Reception.of(cases, "org06", asking, NOW)).isEqualTo(new Reception(Duration.ofHours(3), List.of("org06-1")));
    assertThat(Reception.of(cases, "org05", new Party("org06", "org06-1"), NOW).met()).as("from the other side").containsExactly("org05-1");
    assertThat(Reception.of(cases, "org06", new Party("org05", "org05-2"), NOW).met()).isEmpty();
    assertThat(Reception.of(cases, "org06", asking, NOW.plus(Duration.ofDays(400))).usual()).as("long ago").isNull();
  }

  @Test
  void followsEveryHandOverThroughItsStages() {
    opened("org05", "PHONE", APRIL, waiting("org05", "org06", NOW), declined("org05", "org06", 2),
        accepted("org05", "org06", 4, 20, State.CONNECTED, null), accepted("org06", "org05", 8, 30, State.COMPLETED, OutcomeCode.GOT_HELP),
        accepted("org05", "org15", 6, 10, State.RETURNED, null));
    assertThat(all().funnel()).isEqualTo(new Board.Funnel(5, 3, 3, 1, 1, 0, 1, 0, 1));
    assertThat(all().declines()).isEqualTo(Map.of("NO_CAPACITY", 1L));
    assertThat(all().outcomes()).isEqualTo(Map.of("GOT_HELP", 1L));
    assertThat(all().answers()).isEqualTo(new Spread(4, Duration.ofHours(4), Duration.ofHours(8)));
    assertThat(all().firstContact()).isEqualTo(new Spread(3, Duration.ofHours(20), Duration.ofHours(30)));
  }

  @Test
  void tellsWhoHandsToWhomTheBusiestFirst() {
    opened("org05", "PHONE", APRIL, waiting("org05", "org06", NOW), declined("org05", "org06", 2),
        accepted("org06", "org15", 6, 10, State.RETURNED, null));
    assertThat(all().flows())
        .extracting(Board.Flow::from, Board.Flow::to, Board.Flow::handovers, Board.Flow::accepted, Board.Flow::cameBack)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("org05", "org06", 2L, 0L, 0L),
            org.assertj.core.groups.Tuple.tuple("org06", "org15", 1L, 1L, 1L));
    assertThat(Board.of(cases, "org15", YEAR, NOW).flows()).singleElement().satisfies(f -> assertThat(f.from()).isEqualTo("org06"));
  }

  @Test
  void tellsWhatWaitsNowWhateverThePeriod() {
    Instant late = NOW.minus(Duration.ofDays(2));
    var onAList = new Handover("org05", "org05-1", "org15", "org15-1", State.WAITLISTED, APRIL, late, null, null, null, null, null);
    opened("org05", "PHONE", APRIL, waiting("org05", "org06", NOW.plusSeconds(1)), waiting("org05", "org06", late), onAList);
    assertThat(Board.of(cases, null, Period.month(YearMonth.of(2020, 1)), NOW).waiting())
        .containsExactly(new Board.Waiting("org06", 2, 1, late), new Board.Waiting("org15", 1, 0, null));
  }

  @Test
  void countsCheckInsWhoseDayIsOver() {
    LocalDate april = LocalDate.of(2026, 4, 20);
    var checkIns = List.of(new CheckIn(april, "org05", false, true, OutcomeCode.GOT_HELP), new CheckIn(april, "org05", false, false, null),
        new CheckIn(april, "org06", false, null, null), new CheckIn(april, "org05", true, null, null),
        new CheckIn(LocalDate.of(2026, 6, 1), "org05", false, null, null));
    cases.add(new CaseFigures("c-1", APRIL, "org05", "PHONE", List.of(), checkIns, null, null));
    assertThat(all().reach()).isEqualTo(new Board.Reach(3, 2, 1));
    assertThat(Board.of(cases, "org05", YEAR, NOW).reach()).isEqualTo(new Board.Reach(2, 2, 1));
  }

  @Test
  void countsClosingsInTheirPeriod() {
    cases.add(new CaseFigures("c-1", APRIL.minus(Duration.ofDays(400)), "org05", "PHONE", List.of(), List.of(), APRIL, "GOAL_MET"));
    assertThat(all().closings()).isEqualTo(Map.of("GOAL_MET", 1L));
    assertThat(all().opened()).isZero();
  }

  @Test
  void namesTheCasesBehindAFigure() {
    opened("org05", "PHONE", APRIL, waiting("org05", "org06", APRIL), declined("org05", "org06", 2));
    opened("org06", "GUIDE", APRIL, accepted("org06", "org05", 8, 30, State.COMPLETED, OutcomeCode.GOT_HELP));
    opened("org06", "GUIDE", APRIL);
    var everybody = new Scope(null, YEAR, NOW);
    assertThat(Counted.OPENED.cases(everybody, cases, "")).containsExactly("c-0", "c-1", "c-2");
    assertThat(Counted.OPENED.cases(everybody, cases, "GUIDE")).containsExactly("c-1", "c-2");
    assertThat(Counted.OPENED.cases(new Scope("org06", YEAR, NOW), cases, "PHONE")).isEmpty();
    assertThat(Counted.DECLINED.cases(everybody, cases, "NO_CAPACITY")).containsExactly("c-0");
    assertThat(Counted.DECLINED.cases(everybody, cases, "EXPERTISE")).isEmpty();
    assertThat(Counted.COMPLETED.cases(new Scope("org05", YEAR, NOW), cases, "")).containsExactly("c-1");
    assertThat(Counted.LATE_NOW.cases(everybody, cases, "org06")).containsExactly("c-0");
  }

  @Test
  void hidesSmallCountsFromWhoeverMayNotSeeTheCases() {
    for (int i = 0; i < 6; i++) opened("org05", "PHONE", APRIL, waiting("org05", "org06", NOW));
    opened("org05", "GUIDE", APRIL, declined("org05", "org15", 2));
    Figures told = Figures.of(all(), null, NOW, false);
    assertThat(told.opened()).isEqualTo(7);
    assertThat(told.channels().values()).allMatch(java.util.Optional::isEmpty);
    assertThat(told.handovers().proposed()).isEqualTo(7);
    assertThat(told.handovers().declined()).isNull();
    assertThat(told.answers()).isEqualTo(new Figures.Took(null, null, null));
    assertThat(told.waiting()).singleElement().satisfies(w -> assertThat(w.waiting()).isEqualTo(6));
    assertThat(told.flows()).extracting(Figures.Flow::handovers).containsExactly(6L, null);
    Figures exact = Figures.of(all(), "org05", NOW, true);
    assertThat(exact.handovers().declined()).isEqualTo(1);
    assertThat(exact.answers()).isEqualTo(new Figures.Took(1L, 2.0, 2.0));
  }
}
