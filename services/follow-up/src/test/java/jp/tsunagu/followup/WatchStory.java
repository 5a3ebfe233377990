package jp.tsunagu.followup;

import jp.tsunagu.journal.FreeText;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.calendar.Offices;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** One watch under test: news, acts and ticks go in, events or a refusal come out. */
final class WatchStory {
  static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-24");
  static final Party HOLDER = new Party("org01", "org01-1");
  static final Party COLLEAGUE = new Party("org01", "org01-2");
  static final Party MANAGER = new Party("org01", "org01-m");
  static final Party RECEIVER = new Party("org05", "org05-1");
  static final Party STRANGER = new Party("org09", "org09-1");
  static final Party SECRETARIAT = new Party("city", "secretariat");

  /** As in the demo: 1 and 2 stand in for each other, m manages. */
  static final Ladder LADDER = (rung, step) -> switch (rung) {
    case WORKER -> Optional.of(step.owner());
    case BACKSTOP -> Optional.ofNullable(step.backstop());
    case DEPUTY -> Optional.of(step.owner()).filter(p -> !p.worker().endsWith("-m"))
        .map(p -> new Party(p.organisation(), p.organisation() + (p.worker().endsWith("-1") ? "-2" : "-1")));
    case MANAGER -> Optional.of(new Party(step.organisation(), step.organisation() + "-m"));
    case SECRETARIAT -> Optional.of(SECRETARIAT);
  };

  /** Open every day, so that a day's patience is a day. */
  static final OfficeCalendar ALWAYS = new OfficeCalendar(new OpeningHours(
      Stream.of(DayOfWeek.values()).map(day -> new OpeningHours.Day(day, LocalTime.MIN, LocalTime.MAX)).toList(), true, List.of()));

  static WatchCommand.Tick tickAt(Instant now, Ladder ladder) {
    return new WatchCommand.Tick(now, ladder, Offices.all(ALWAYS));
  }

  private final WatchDecider decider = new WatchDecider(WatchPolicy.proposed());
  private Watch watch = decider.initial();
  private List<WatchEvent> last = List.of();
  private @Nullable Refusal refusal;
  private long sequence;

  static WatchStory unbegun() {
    return new WatchStory();
  }

  /** Open at {@code org01}, next step in two days. */
  static WatchStory open() {
    return open(Urgency.NORMAL);
  }

  static WatchStory open(Urgency urgency) {
    return unbegun().news(new News.Opened(HOLDER, urgency)).steps(nextStep(Duration.ofDays(2)));
  }

  /** Open at {@code org01}, {@code org05} has taken on a referral. */
  static WatchStory supported() {
    return open().news(proposed(Urgency.NORMAL)).news(new News.TakenOn("r-1", new Party("org05", "org05-1")));
  }

  static WatchStory closed() {
    return open().news(new News.Closed());
  }

  static News proposed(Urgency urgency) {
    return new News.Asked("r-1", "org05", null, urgency);
  }

  static Step nextStep(Duration in) {
    return nextStep(HOLDER, in);
  }

  static Step nextStep(Party owner, Duration in) {
    return new Step("next-step", StepKind.NEXT_STEP, owner.organisation(), owner.worker(), NOW.plus(in), null, null);
  }

  static Step firstContact(Duration in) {
    return new Step("first-contact:r-1", StepKind.FIRST_CONTACT, "org05", "org05-1", NOW.plus(in), "r-1", HOLDER);
  }

  static CheckIn checkIn(String id, int inDays, Party owner) {
    return new CheckIn(id, TODAY.plusDays(inDays), owner, null);
  }

  static WatchCommand.Plan planFor(CheckIn checkIn) {
    return new WatchCommand.Plan(checkIn.id(), checkIn.dueOn(), named(checkIn.owner()), checkIn.how());
  }

  static NamedWorker named(Party worker) {
    return new NamedWorker(worker.worker(), worker.organisation(), true);
  }

  static CheckInResult reached() {
    return new CheckInResult(true, null, FreeText.of("Is afraid of the boss."), null, null);
  }

  WatchStory news(News message) {
    return when(new WatchCommand.Follow(++sequence, message));
  }

  WatchStory together(News... messages) {
    return when(new WatchCommand.FollowAll(Stream.of(messages).map(m -> new WatchCommand.Follow(++sequence, m)).toList()));
  }

  /** What came last comes once more, with something new behind it. */
  WatchStory again(News repeated, News next) {
    var before = new WatchCommand.Follow(sequence, repeated);
    return when(new WatchCommand.FollowAll(List.of(before, new WatchCommand.Follow(++sequence, next))));
  }

  WatchStory steps(Step... steps) {
    return news(new News.StepsPlanned(List.of(steps)));
  }

  WatchStory tick(Duration after) {
    return when(tickAt(NOW.plus(after), LADDER));
  }

  WatchStory plan(Party by, CheckIn checkIn) {
    return when(new WatchCommand.PlanCheckIn(by, planFor(checkIn), NOW));
  }

  WatchStory record(Party by, String id, @Nullable CheckIn next) {
    return when(new WatchCommand.RecordResult(by, id, reached(), next == null ? null : planFor(next), NOW));
  }

  WatchStory reassign(Party by, String id, Party to) {
    return when(new WatchCommand.Reassign(by, id, named(to)));
  }

  WatchStory acknowledge(String key, Party by, Duration after) {
    return when(new WatchCommand.Acknowledge(key, by, NOW.plus(after)));
  }

  WatchStory undelivered(String key, Party to, Duration after) {
    return when(new WatchCommand.Undelivered(key, to, tickAt(NOW.plus(after), LADDER)));
  }

  WatchStory heard(Party by, String key, WatchCommand.@Nullable Word from, Duration after) {
    return when(new WatchCommand.ConfirmHeard(by, key, from, NOW.plus(after)));
  }

  WatchStory when(WatchCommand command) {
    refusal = null;
    last = List.of();
    switch (decider.decide(command, watch)) {
      case Decision.Refused<WatchEvent>(Refusal why) -> refusal = why;
      case Decision.Accepted<WatchEvent>(List<WatchEvent> events) -> {
        last = events;
        watch = decider.after(watch, events);
      }
    }
    return this;
  }

  WatchStory then(WatchEvent... events) {
    assertThat(refusal).isNull();
    assertThat(last).containsExactly(events);
    return this;
  }

  /** What news led to, without the note how far the journey was followed. */
  Watch state() {
    return watch;
  }

  WatchStory leadsTo(WatchEvent... events) {
    var expected = new ArrayList<>(List.of(events));
    expected.add(new WatchEvent.Followed(sequence));
    return then(expected.toArray(WatchEvent[]::new));
  }

  WatchStory tells(Rung rung, Party to) {
    assertThat(last).filteredOn(e -> e instanceof WatchEvent.Escalated escalated && escalated.rung() == rung)
        .extracting(e -> ((WatchEvent.Escalated) e).to()).containsExactly(to);
    return this;
  }

  WatchStory thenNothing() {
    return then();
  }

  WatchStory refused(Refusal.Kind kind, String code) {
    assertThat(last).isEmpty();
    assertThat(refusal).isNotNull().extracting(Refusal::kind, Refusal::code).containsExactly(kind, code);
    return this;
  }

  Watch watch() {
    return watch;
  }

  Watch.Keeping keeping() {
    return (Watch.Keeping) watch;
  }

  List<WatchEvent> events() {
    return last;
  }

  java.util.Map<String, Object> facts() {
    return decider.facts(watch);
  }
}
