package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.SORA;
import static jp.tsunagu.referral.Cast.STRANGER;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may do what. The holder referred to two organisations: {@code r-1} to the receiving one, another referral to the third. A recipient
 * does not learn of another's referral, and nobody outside learns of the case. Custody moves with the acceptance, where there was one.
 */
class EverySideEveryCommandSpec {
  private static final String TABLE = """
                            referring      receiving               third            outsider
      Propose               ok             not-the-holder          not-the-holder   no-such-case
      EndSupport            ok             not-the-holder          not-the-holder   no-such-case
      Close                 ok             not-the-holder          not-the-holder   no-such-case
      Assign                ok             not-the-holder          not-the-holder   no-such-case
      AssignReferral        ok             ok                      no-such-referral no-such-case
      Accept                not-the-receiving-side ok              no-such-referral no-such-case
      Decline               not-the-receiving-side ok              no-such-referral no-such-case
      Ask                   not-the-receiving-side ok              no-such-referral no-such-case
      Waitlist              not-the-receiving-side ok              no-such-referral no-such-case
      Answer                ok             not-the-referring-side  no-such-referral no-such-case
      Withdraw              ok             not-the-referring-side  no-such-referral no-such-case
      Return                not-the-receiving-side ok              no-such-referral no-such-case
      ReportFirstContact    not-the-receiving-side ok              no-such-referral no-such-case
      PlanAccompaniedVisit  ok             ok                      no-such-referral no-such-case
      CancelAccompaniedVisit ok            ok                      no-such-referral no-such-case
      Complete              not-the-receiving-side ok              no-such-referral no-such-case
      AcceptReturn          ok             not-the-referring-side  no-such-referral no-such-case
      DeclineReturn         ok             not-the-referring-side  no-such-referral no-such-case
      """;

  private static final DeciderSpec<JourneyCommand, JourneyEvent, Journey> ASKED = Cast.PROPOSED
      .and(Cast.propose(YUI, Cast.proposal("r-2", WELFARE)));
  private static final Map<String, Party> SIDES = Map.of("referring", YUI, "receiving", KEN, "third", SORA, "outsider", STRANGER);

  private static DeciderSpec<JourneyCommand, JourneyEvent, Journey> given(String command) {
    return switch (command) {
      case "Answer" -> ASKED.and(Cast.ask(KEN, "r-1"));
      case "CancelAccompaniedVisit" -> ASKED.and(Cast.accept(KEN, "r-1"), Cast.together(KEN, "r-1"));
      case "Return", "ReportFirstContact", "PlanAccompaniedVisit" -> ASKED.and(Cast.accept(KEN, "r-1"));
      case "Complete" -> ASKED.and(Cast.accept(KEN, "r-1"), Cast.met(KEN, "r-1"));
      case "AcceptReturn", "DeclineReturn" -> ASKED.and(Cast.accept(KEN, "r-1"), Cast.giveBack(KEN, "r-1"));
      default -> ASKED;
    };
  }

  private static JourneyCommand by(Party by, String command) {
    Map<String, Function<Party, JourneyCommand>> commands = Map.ofEntries(
        Map.entry("Propose", p -> Cast.propose(p, Cast.proposal("r-3", "org15"))),
        Map.entry("EndSupport", p -> Cast.endSupport(p, Cast.checkIns(Cast.checkIn(Cast.today(), p.worker())))),
        Map.entry("Close", p -> Cast.close(p, Cast.agreed(ClosingReason.GOAL_MET))),
        Map.entry("Assign", p -> Cast.assign(p, p.organisation() + "-2", null)),
        Map.entry("AssignReferral", p -> Cast.assign(p, p.organisation() + "-2", "r-1")),
        Map.entry("Accept", p -> Cast.accept(p, "r-1")), Map.entry("AcceptReturn", p -> Cast.accept(p, "r-1")),
        Map.entry("Decline", p -> Cast.decline(p, "r-1", DeclineReason.OUT_OF_AREA)),
        Map.entry("DeclineReturn", p -> Cast.decline(p, "r-1", DeclineReason.OUT_OF_AREA)),
        Map.entry("Ask", p -> Cast.ask(p, "r-1")), Map.entry("Answer", p -> Cast.answer(p, "r-1")),
        Map.entry("Waitlist", p -> Cast.waitlist(p, "r-1", Cast.today().plusDays(9))), Map.entry("Withdraw", p -> Cast.withdraw(p, "r-1")),
        Map.entry("Return", p -> Cast.giveBack(p, "r-1")), Map.entry("ReportFirstContact", p -> Cast.met(p, "r-1")),
        Map.entry("PlanAccompaniedVisit", p -> Cast.together(p, "r-1")),
        Map.entry("CancelAccompaniedVisit", p -> new JourneyCommand.CancelAccompaniedVisit(p, "r-1", Cast.NOW)),
        Map.entry("Complete", p -> Cast.complete(p, "r-1")));
    return commands.getOrDefault(command, _ -> {
      throw new AssertionError("no example of " + command);
    }).apply(by);
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    List<List<String>> lines = TABLE.lines().map(line -> List.of(line.strip().split("\\s+"))).toList();
    return lines.stream().skip(1)
        .flatMap(row -> lines.getFirst().stream().map(side -> DynamicTest.dynamicTest(row.getFirst() + " by the " + side,
            () -> given(row.getFirst()).when(by(Objects.requireNonNull(SIDES.get(side)), row.getFirst()))
                .refuses(meaning(row.get(1 + lines.getFirst().indexOf(side)))))));
  }

  private static String meaning(String cell) {
    return switch (cell) {
      case "ok" -> "allowed";
      case "no-such-case", "no-such-referral" -> "UNKNOWN " + cell;
      default -> "FORBIDDEN " + cell;
    };
  }
}
