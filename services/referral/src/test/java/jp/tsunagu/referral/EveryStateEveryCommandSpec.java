package jp.tsunagu.referral;

import static jp.tsunagu.referral.Cast.KEN;
import static jp.tsunagu.referral.Cast.MIO;
import static jp.tsunagu.referral.Cast.WELFARE;
import static jp.tsunagu.referral.Cast.WORKPLACE;
import static jp.tsunagu.referral.Cast.YUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.referral.JourneyCommand.Next;
import jp.tsunagu.testing.DeciderSpec;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every command is answered in every state, each asked by the side that may ask it. */
class EveryStateEveryCommandSpec {
  /**
   * {@code ok} allowed · {@code .} no such case · {@code r} no such referral · {@code =} the referral is in this state · {@code o} the case
   * is open · {@code c} the case is closed · {@code f} first contact missing · {@code v} no visit planned
   */
  private static final String TABLE = """
                         NOT_OPENED OPEN PROPOSED INFO_REQUESTED WAITLISTED ACCEPTED CONNECTED RETURNING COMPLETED DECLINED WITHDRAWN RETURNED NOT_REACHED CLOSED
      OpenJourney                ok    o        o              o          o        o         o         o         o        o         o        o           o      c
      NoteConsent                 .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      NoteMeeting                 .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      EndMeeting                  .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      NoteBar                     .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      LiftBar                     .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      AcknowledgeWithdrawal       .    n        n              n          n        n         n         n         n        n         n        n           n      c
      EndConsent                  .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      NoteCheckIn                 .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      CountAnew                   .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok     ok
      Propose                     .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok      c
      EndSupport                  .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok      c
      Close                       .   ok       ok             ok         ok        f        ok         f        ok       ok        ok       ok          ok      c
      Reopen                      .    o        o              o          o        o         o         o         o        o         o        o           o     ok
      Assign                      .   ok       ok             ok         ok       ok        ok        ok        ok       ok        ok       ok          ok      c
      Accept                      .    .       ok             ok         ok        =         =        ok         =        =         =        =           =      c
      Decline                     .    .       ok             ok         ok        =         =        ok         =        =         =        =           =      c
      Ask                         .    .       ok              =         ok        =         =         =         =        =         =        =           =      c
      Answer                      .    r        =             ok          =        =         =         =         =        =         =        =           =      c
      Waitlist                    .    .       ok             ok         ok        =         =         =         =        =         =        =           =      c
      Withdraw                    .    r       ok             ok         ok        =         =         =         =        =         =        =           =      c
      Return                      .    .        =              =          =       ok        ok         =         =        =         =        =           =      c
      ReportFirstContact          .    .        =              =          =       ok         =        ok         =        =         =        =           =      c
      PlanAccompaniedVisit        .    r        =              =          =       ok        ok        ok         =        =         =        =           =      c
      CancelAccompaniedVisit      .    r        =              =          =        v         v         v         =        =         =        =           =      c
      Complete                    .    .        =              =          =        =        ok         =         =        =         =        =           =      c
      """;

  private static final Map<String, DeciderSpec<JourneyCommand, JourneyEvent, Journey>> STATES = states();

  private static Map<String, DeciderSpec<JourneyCommand, JourneyEvent, Journey>> states() {
    var states = new LinkedHashMap<String, DeciderSpec<JourneyCommand, JourneyEvent, Journey>>();
    states.put("NOT_OPENED", Cast.NOTHING);
    states.put("OPEN", Cast.OPEN);
    states.put("PROPOSED", Cast.PROPOSED);
    states.put("INFO_REQUESTED", Cast.PROPOSED.and(Cast.ask(KEN, "r-1")));
    states.put("WAITLISTED", Cast.PROPOSED.and(Cast.waitlist(KEN, "r-1", Cast.today().plusDays(30))));
    states.put("ACCEPTED", Cast.ACCEPTED);
    states.put("CONNECTED", Cast.CONNECTED);
    states.put("RETURNING", Cast.RETURNING);
    states.put("COMPLETED", Cast.CONNECTED.and(Cast.complete(KEN, "r-1")));
    states.put("DECLINED", Cast.PROPOSED.and(Cast.decline(KEN, "r-1", DeclineReason.NO_CAPACITY)));
    states.put("WITHDRAWN", Cast.PROPOSED.and(Cast.withdraw(YUI, "r-1")));
    states.put("RETURNED", Cast.RETURNING.and(Cast.accept(YUI, "r-1")));
    states.put("NOT_REACHED", Cast.ACCEPTED.and(Cast.close(KEN, Cast.reviewed(ClosingReason.SUSPENDED, "org14-2")), Cast.reopen(KEN)));
    states.put("CLOSED", Cast.PROPOSED.and(Cast.close(YUI, Cast.agreed(ClosingReason.GOAL_MET))));
    return states;
  }

  /** Each command from the side whose turn it is: {@code holder} changes with custody, a return turns the two sides round. */
  private static JourneyCommand command(String name, String state, Party holder) {
    boolean returning = state.equals("RETURNING");
    Function<Party, Party> turned = p -> returning ? YUI : p;
    return switch (name) {
      case "OpenJourney" -> new JourneyCommand.OpenJourney(YUI, Urgency.NORMAL, Cast.NOW);
      case "NoteConsent" -> Cast.noteConsent("k-1", WORKPLACE);
      case "EndConsent" -> Cast.endConsent("k-1", WORKPLACE);
      case "CountAnew" -> new JourneyCommand.CountAnew(Cast.WORKPLACE, Cast.NOW);
      case "NoteCheckIn" -> Cast.noteCheckIn(holder.organisation(), Cast.today().plusDays(30));
      case "NoteMeeting" -> new JourneyCommand.NoteMeeting(new Meeting("m-1", List.of(WORKPLACE)), Cast.NOW);
      case "EndMeeting" -> new JourneyCommand.EndMeeting("m-1", Cast.NOW);
      case "NoteBar" -> new JourneyCommand.NoteBar(Cast.STRANGER, List.of(), Cast.NOW);
      case "LiftBar" -> new JourneyCommand.LiftBar(Cast.STRANGER, Cast.NOW);
      case "AcknowledgeWithdrawal" -> new JourneyCommand.AcknowledgeWithdrawal(holder, "k-1", Cast.NOW);
      case "Propose" -> Cast.propose(holder, Cast.proposal("r-2", WELFARE));
      case "EndSupport" -> Cast.endSupport(holder, new Next.CheckIns(List.of(Cast.checkIn(Cast.today().plusDays(30), holder.worker()))));
      case "Close" -> Cast.close(holder, Cast.agreed(ClosingReason.GOAL_MET));
      case "Reopen" -> Cast.reopen(holder);
      case "Assign" -> Cast.assign(holder, holder.equals(YUI) ? MIO.worker() : "org14-2", null);
      case "Accept" -> Cast.accept(turned.apply(KEN), "r-1");
      case "Decline" -> Cast.decline(turned.apply(KEN), "r-1", DeclineReason.EXPERTISE);
      case "Ask" -> Cast.ask(KEN, "r-1");
      case "Answer" -> Cast.answer(YUI, "r-1");
      case "Waitlist" -> Cast.waitlist(KEN, "r-1", Cast.today().plusDays(60));
      case "Withdraw" -> Cast.withdraw(YUI, "r-1");
      case "Return" -> Cast.giveBack(KEN, "r-1");
      case "ReportFirstContact" -> Cast.met(KEN, "r-1");
      case "PlanAccompaniedVisit" -> Cast.together(YUI, "r-1");
      case "CancelAccompaniedVisit" -> new JourneyCommand.CancelAccompaniedVisit(YUI, "r-1", Cast.NOW);
      case "Complete" -> Cast.complete(KEN, "r-1");
      default -> throw new AssertionError("no example of " + name);
    };
  }

  private static String meaning(String cell, String state) {
    return switch (cell) {
      case "ok" -> "allowed";
      case "." -> "UNKNOWN no-such-case";
      case "n" -> "UNKNOWN nothing-to-acknowledge";
      case "r" -> "UNKNOWN no-such-referral";
      case "=" -> "CONFLICT referral-is-" + state.toLowerCase(Locale.ROOT).replace('_', '-');
      case "o" -> "CONFLICT case-open";
      case "c" -> "CONFLICT case-closed";
      case "v" -> "CONFLICT no-visit-planned";
      case "f" -> "CONFLICT first-contact-missing";
      default -> throw new AssertionError("what is " + cell + "?");
    };
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    List<String> columns = columns();
    return rows().entrySet().stream().flatMap(row -> columns.stream().map(state -> DynamicTest.dynamicTest(row.getKey() + " while " + state,
        () -> in(state).when(command(row.getKey(), state, holder(state)))
            .refuses(meaning(row.getValue().get(columns.indexOf(state)), state)))));
  }

  private static DeciderSpec<JourneyCommand, JourneyEvent, Journey> in(String state) {
    return Objects.requireNonNull(STATES.get(state));
  }

  private static Party holder(String state) {
    return switch (in(state).state()) {
      case Journey.NotOpened _ -> YUI;
      case Journey.Open open -> open.holder();
      case Journey.Closed closed -> closed.lastHolder();
    };
  }

  @Test
  void standAsTheirColumnsSay() {
    STATES.forEach((name, spec) -> {
      if (!Set.of("NOT_OPENED", "OPEN", "CLOSED").contains(name)) assertThat(Cast.state(spec, "r-1")).isEqualTo(name);
    });
    assertThat(in("CLOSED").state()).isInstanceOf(Journey.Closed.class);
  }

  @Test
  void leaveNoStateOut() {
    var journeys = Set.of("NOT_OPENED", "OPEN", "CLOSED");
    assertThat(Journey.class.getPermittedSubclasses()).hasSize(journeys.size());
    var expected = new TreeSet<>(journeys);
    leaves(ReferralState.class).forEach(leaf -> expected.add(snake(leaf)));
    assertThat(new TreeSet<>(columns())).isEqualTo(expected);
  }

  @Test
  void leaveNoCommandOut() {
    assertThat(rows().keySet()).isEqualTo(leaves(JourneyCommand.class).map(Class::getSimpleName).collect(Collectors.toSet()));
    rows().forEach((command, cells) -> assertThat(cells).as(command).hasSameSizeAs(columns()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryStateEveryCommandSpec::leaves) : Stream.of(type);
  }

  private static String snake(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static List<String> columns() {
    return List.of(TABLE.lines().findFirst().orElseThrow().strip().split("\\s+"));
  }

  private static Map<String, List<String>> rows() {
    return TABLE.lines().skip(1).map(line -> List.of(line.strip().split("\\s+")))
        .collect(Collectors.toMap(List::getFirst, cells -> cells.subList(1, cells.size())));
  }
}
