package jp.tsunagu.followup;

import static jp.tsunagu.followup.WatchStory.HOLDER;
import static jp.tsunagu.followup.WatchStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;

/** Random histories: whatever happens in whatever order, no date that passes stays silent. A failing seed repeats its history. */
class WatchPropertiesTest {
  private static final List<Rung> CLIMB = List.of(Rung.WORKER, Rung.DEPUTY, Rung.MANAGER, Rung.SECRETARIAT);

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyDateThatPassesIsToldUntilSomebodyAcknowledgesOrItMoves(long seed) {
    var history = new History(new SplittableRandom(seed));
    for (int i = 0; i < 60; i++) history.happen();
    history.settle();
  }

  /** One case lived through at random, and what was told about each date since it was armed. */
  private static final class History {
    private final SplittableRandom random;
    private final WatchStory story = WatchStory.open(Urgency.NORMAL);
    private final Map<String, List<Rung>> told = new HashMap<>();
    private Duration elapsed = Duration.ZERO;
    private int ids;

    History(SplittableRandom random) {
      this.random = random;
    }

    void happen() {
      switch (random.nextInt(8)) {
        case 0 -> story.steps(steps());
        case 1 -> story.plan(party(), WatchStory.checkIn("i-" + ids++, random.nextInt(60), party()));
        case 2 -> story.when(new WatchCommand.RecordResult(party(), "i-" + random.nextInt(ids + 1), WatchStory.reached(),
            random.nextBoolean() ? WatchStory.planFor(WatchStory.checkIn("i-" + ids++, random.nextInt(60), party())) : null, now()));
        case 3 -> story.reassign(party(), "i-" + random.nextInt(ids + 1), party());
        case 4 -> acknowledge();
        case 5 -> closeAndReopen();
        default -> tick(Duration.ofHours(random.nextInt(72)));
      }
      note();
      if (story.watch() instanceof Watch.Keeping keeping) assertThat(keeping.deadlines()).as("an open case has a date").isNotEmpty();
    }

    /** However it came to be, left alone it ends with the secretariat, again and again. */
    void settle() {
      for (int i = 0; i < 8; i++) {
        tick(Duration.ofDays(800));
        note();
      }
      story.keeping().deadlines().forEach((key, deadline) -> {
        assertThat(deadline).as(key).isInstanceOfSatisfying(Deadline.Overdue.class, o -> assertThat(o.rung()).isEqualTo(Rung.SECRETARIAT));
        assertThat(told.get(key)).as(key).containsSubsequence(CLIMB.getFirst(), CLIMB.getLast(), CLIMB.getLast());
      });
    }

    private void tick(Duration further) {
      elapsed = elapsed.plus(further);
      story.tick(elapsed);
      List<WatchEvent> first = story.events();
      note();
      assertThat(story.keeping().dueAt()).as("nothing that is due is left").hasValueSatisfying(at -> assertThat(at).isAfter(now()));
      for (WatchEvent event : first)
        if (event instanceof WatchEvent.Passed passed) assertThat(passed.step().dueAt()).isBeforeOrEqualTo(now());
      story.tick(elapsed).thenNothing();
    }

    private void note() {
      for (WatchEvent event : story.events()) switch (event) {
        case WatchEvent.Armed e -> told.put(e.step().key(), new ArrayList<>());
        case WatchEvent.Acknowledged e -> told.put(e.key(), new ArrayList<>());
        case WatchEvent.Settled e -> told.remove(e.key());
        case WatchEvent.Escalated e when e.rung() != Rung.BACKSTOP ->
          climbs(told.computeIfAbsent(e.step().key(), _ -> new ArrayList<>()), e.rung());
        default -> {}
      }
    }

    private static void climbs(List<Rung> before, Rung rung) {
      if (before.isEmpty()) assertThat(rung).isEqualTo(Rung.WORKER);
      else assertThat(CLIMB.indexOf(rung)).isGreaterThanOrEqualTo(Math.min(CLIMB.indexOf(before.getLast()) + 1, CLIMB.size() - 1));
      before.add(rung);
    }

    private void acknowledge() {
      var keys = List.copyOf(story.keeping().deadlines().keySet());
      story.when(new WatchCommand.Acknowledge(keys.get(random.nextInt(keys.size())), party(), now()));
    }

    private void closeAndReopen() {
      story.news(new News.Closed());
      note();
      story.tick(elapsed).thenNothing();
      story.news(new News.Reopened(HOLDER)).steps(steps());
    }

    /** The holder's step, and perhaps others; some dates already past, as after a long outage. */
    private Step[] steps() {
      List<Step> steps = new ArrayList<>();
      steps.add(step("next-step", StepKind.NEXT_STEP, null));
      for (int r = 0; r < 3; r++) if (random.nextBoolean()) steps.add(step("answer:r-" + r, StepKind.ANSWER, "r-" + r));
      return steps.toArray(Step[]::new);
    }

    private Step step(String key, StepKind what, @org.jspecify.annotations.Nullable String referral) {
      return new Step(key, what, "org01", random.nextBoolean() ? "org01-1" : "org01-2",
          now().plus(Duration.ofHours(random.nextInt(200) - 20)), referral, random.nextBoolean() ? WatchStory.RECEIVER : null);
    }

    private Party party() {
      return random.nextBoolean() ? WatchStory.HOLDER : WatchStory.COLLEAGUE;
    }

    private Instant now() {
      return NOW.plus(elapsed);
    }
  }
}
