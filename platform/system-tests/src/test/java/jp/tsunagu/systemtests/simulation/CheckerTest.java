package jp.tsunagu.systemtests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Timeline;

/** The checker is worth as much as what it finds: a history that was tampered with, and ground that is broken. */
class CheckerTest {
  private static Evidence sound;

  /** A history in which much happened. */
  @BeforeAll
  static void play() {
    sound = LongStream.range(1, 200).mapToObj(seed -> Simulation.play(seed).evidence())
        .filter(e -> e.journeys().values().stream().anyMatch(j -> j.version() > 12) && e.notices().size() > 12).findFirst().orElseThrow();
    assertThat(Checker.findings(sound)).isEmpty();
  }

  private static <S> List<Evidence> each(Map<String, S> all, Function<S, List<S>> tamper, Function<Map<String, S>, Evidence> with) {
    List<Evidence> evidence = new ArrayList<>();
    all.forEach((id, one) -> tamper.apply(one).forEach(other -> {
      Map<String, S> changed = new TreeMap<>(all);
      changed.put(id, other);
      evidence.add(with.apply(changed));
    }));
    return evidence;
  }

  private static void isFoundOut(List<Evidence> tampered) {
    assertThat(tampered).isNotEmpty().allSatisfy(evidence -> assertThat(Checker.findings(evidence)).isNotEmpty());
  }

  @Test
  void seesAnyOneEventThatIsMissing() {
    isFoundOut(each(sound.journeys(), Tampered::withoutOneEvent, sound::withJourneys));
    isFoundOut(each(sound.watches(), Tampered::withoutOneEvent, sound::withWatches));
    isFoundOut(each(sound.notices(), Tampered::withoutOneEvent, sound::withNotices));
  }

  @Test
  void seesAnyOneEventThatIsThereTwice() {
    isFoundOut(each(sound.journeys(), Tampered::withOneEventTwice, sound::withJourneys));
    isFoundOut(each(sound.watches(), Tampered::withOneEventTwice, sound::withWatches));
    isFoundOut(each(sound.notices(), Tampered::withOneEventTwice, sound::withNotices));
  }

  @Test
  void seesACommandThatWasCarriedOutTwice() {
    isFoundOut(each(sound.journeys(), j -> List.of(Tampered.withOneCommitTwice(j, j.commits().size() / 2)), sound::withJourneys));
  }

  @Test
  void seesAnyTwoThatAreInEachOthersPlace() {
    isFoundOut(each(sound.journeys(), Tampered::withTwoInTheWrongOrder, sound::withJourneys));
    isFoundOut(each(sound.watches(), CheckerTest::followedOtherwise, sound::withWatches));
  }

  /** What two streams led to may have come in either order; what one led to may not. */
  private static List<jp.tsunagu.journal.Stream<WatchEvent>> followedOtherwise(jp.tsunagu.journal.Stream<WatchEvent> watch) {
    List<jp.tsunagu.journal.Stream<WatchEvent>> all = Tampered.withTwoInTheWrongOrder(watch);
    return IntStream.range(1, watch.commits().size())
        .filter(i -> ofJourney(watch.commits().get(i - 1)) && ofJourney(watch.commits().get(i))).mapToObj(i -> all.get(i - 1)).toList();
  }

  private static boolean ofJourney(Commit<?> commit) {
    return commit.cause().id().startsWith("journey-");
  }

  @Test
  void seesALedgerThatTellsAnotherStory() {
    isFoundOut(each(sound.ledgers(), CheckerTest::toldOtherwise, sound::withLedgers));
  }

  /** Two of the same instant may stand in either order; in which streams they are, a ledger does not say. */
  private static List<Ledger> toldOtherwise(Ledger ledger) {
    List<Happening> told = ledger.timeline().all();
    List<Ledger> all = new ArrayList<>();
    for (int i = 0; i + 1 < told.size(); i++)
      for (var way : Tampered.<Happening>ways(i))
        if (way.apply(told).size() != told.size() || !told.get(i).at().equals(told.get(i + 1).at()))
          all.add(telling(ledger, way.apply(told)));
    return all;
  }

  private static Ledger telling(Ledger l, List<Happening> told) {
    return new Ledger(l.caseId(), l.parties(), l.custody(), l.referrals(), l.steps(), l.deadlines(), l.checkIns(), l.consents(),
        new Timeline(told), l.progress(), l.caution(), l.origin());
  }

  @Test
  void seesThatSomebodyHasNoNotice() {
    isFoundOut(sound.notices().keySet().stream().map(id -> {
      var fewer = new TreeMap<>(sound.notices());
      fewer.remove(id);
      return sound.withNotices(fewer);
    }).toList());
  }

  @Test
  void seesThatTheGroundIsBroken() {
    for (Flaw flaw : Flaw.values()) {
      if (flaw == Flaw.NONE) continue;
      Stream<List<String>> played = LongStream.rangeClosed(1, 150)
          .mapToObj(seed -> Checker.findings(Simulation.play(seed, flaw).evidence()));
      assertThat(played.anyMatch(findings -> !findings.isEmpty())).as("%s is noticed", flaw).isTrue();
    }
  }
}
