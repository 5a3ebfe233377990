package jp.tsunagu.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.journal.Decision;

/** How a watch follows its journey: who is there, what is owed, and whether the case is open at all. */
final class Following {
  private final WatchPolicy policy;

  Following(WatchPolicy policy) {
    this.policy = policy;
  }

  /**
   * Ignores what is not newer than what was followed: a delayed delivery must not bring back dates that have moved since.
   */
  Decision<WatchEvent> follow(WatchCommand.Follow command, Watch watch) {
    if (command.sequence() <= watch.followed()) return Decision.accept();
    if (watch.circle().parties().holder() == null && !(command.news() instanceof News.Opened))
      return Decision.refuse(Refusals.JOURNEY_NOT_OPENED);
    List<WatchEvent> events = new ArrayList<>();
    Circle circle = watch.circle().after(command.news());
    if (watch instanceof Watch.Unbegun || !circle.equals(watch.circle())) events.add(new WatchEvent.CircleNoted(circle));
    events.addAll(consequences(command.news(), watch));
    if (!events.isEmpty()) events.add(new WatchEvent.Followed(command.sequence()));
    return Decision.accept(events);
  }

  private List<WatchEvent> consequences(News news, Watch watch) {
    return switch (watch) {
      case Watch.Unbegun _ -> List.of();
      case Watch.Ended _ -> news instanceof News.Reopened ? List.of(new WatchEvent.Resumed()) : List.of();
      case Watch.Keeping keeping -> whileKeeping(news, keeping);
    };
  }

  private List<WatchEvent> whileKeeping(News news, Watch.Keeping watch) {
    return switch (news) {
      case News.StepsPlanned planned -> rearm(planned.steps(), watch);
      case News.CheckInsPlanned planned -> plan(planned.checkIns(), watch);
      case News.Closed _ -> end(watch);
      case News.Opened _ -> List.of();
      case News.Held _ -> List.of();
      case News.Barred _ -> List.of(); // what they owe climbs when its date passes
      case News.Admitted _ -> List.of();
      case News.Reopened _ -> List.of();
      case News.Asked _ -> List.of();
      case News.TakenOn _ -> List.of();
      case News.ReceiverReplaced _ -> List.of();
      case News.ReferrerReplaced _ -> List.of();
      case News.Over _ -> List.of();
    };
  }

  /** The steps are all there are: what is new or different is armed, what is missing is settled. */
  private static List<WatchEvent> rearm(List<Step> steps, Watch.Keeping watch) {
    Map<String, Step> planned = steps.stream().collect(Collectors.toMap(Step::key, Function.identity(), (_, later) -> later));
    Stream<WatchEvent> armed = steps.stream().filter(step -> !Objects.equals(step, stepOf(watch.deadlines().get(step.key()))))
        .map(WatchEvent.Armed::new);
    Stream<WatchEvent> settled = watch.deadlines().values().stream().map(Deadline::step).filter(Dates::ofJourney)
        .filter(step -> !planned.containsKey(step.key())).map(step -> new WatchEvent.Settled(step.key()));
    return Stream.concat(armed, settled).toList();
  }

  private static @Nullable Step stepOf(@Nullable Deadline deadline) {
    return deadline == null ? null : deadline.step();
  }

  private List<WatchEvent> plan(List<CheckIn> planned, Watch.Keeping watch) {
    return planned.stream().filter(c -> !watch.checkIns().containsKey(c.id()) && !watch.recorded().includes(c.id()))
        .flatMap(c -> Stream.<WatchEvent>of(new WatchEvent.CheckInPlanned(c), new WatchEvent.Armed(c.step(policy.endOf(c.dueOn())))))
        .toList();
  }

  private static List<WatchEvent> end(Watch.Keeping watch) {
    var settled = watch.deadlines().values().stream().map(Deadline::step).filter(step -> !Dates.ofReport(step))
        .map(step -> new WatchEvent.Settled(step.key()));
    return Stream.<WatchEvent>concat(settled, Stream.of(new WatchEvent.Ended())).toList();
  }
}
