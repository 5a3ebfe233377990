package jp.tsunagu.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;

/** The rules of a watch. */
public final class WatchDecider implements Decider<WatchCommand, WatchEvent, Watch> {
  /** When something must happen next; absent when nothing is armed. The sweep asks for it. */
  public static final String DUE_AT = "dueAt";
  /** How urgent the most urgent thing watched is, 0 first; beside {@link #DUE_AT}, so that a backlog is told in this order. */
  public static final String RANK = "rank";
  /** Who owns a planned check-in, so that nobody leaves while holding one. */
  public static final String WORKERS = "workers";

  /** Present where the person ever answered about loneliness, so that statistics read these histories and no others. */
  public static final String MEASURED = "measured";

  private final Following following;
  private final Climbing climbing;
  private final CheckingIn checkingIn;
  private final Receipts receipts;

  public WatchDecider(WatchPolicy policy) {
    this.following = new Following(policy);
    this.climbing = new Climbing(policy);
    this.checkingIn = new CheckingIn(policy);
    this.receipts = new Receipts(policy);
  }

  @Override
  public Watch initial() {
    return new Watch.Unbegun();
  }

  @Override
  public Decision<WatchEvent> decide(WatchCommand command, Watch watch) {
    return switch (command) {
      case WatchCommand.Follow c -> following.follow(c, watch);
      case WatchCommand.FollowAll c -> followAll(c.news(), watch);
      case WatchCommand.ExpectReceipt c -> receipts.expect(c);
      case WatchCommand.ReceiptConfirmed c -> receipts.confirmed(c, watch);
      case WatchCommand.Tick c -> climbing.tick(c, watch);
      case WatchCommand.Undelivered c -> climbing.undelivered(c, watch);
      case WatchCommand.Acknowledge c -> climbing.acknowledge(c, watch);
      case WatchCommand.Act act when !watch.circle().admits(act.by()) -> Decision.refuse(Refusals.NO_SUCH_CASE);
      case WatchCommand.ConfirmHeard c -> climbing.heard(c, watch);
      case WatchCommand.OnCheckIn act -> act(act, watch);
    };
  }

  /** One decision: each of the news is judged on what those before it left. */
  private Decision<WatchEvent> followAll(List<WatchCommand.Follow> news, Watch watch) {
    List<WatchEvent> events = new ArrayList<>();
    Watch now = watch;
    for (WatchCommand.Follow one : news) {
      Decision<WatchEvent> decision = following.follow(one, now);
      if (!(decision instanceof Decision.Accepted<WatchEvent>(List<WatchEvent> more))) return decision;
      events.addAll(more);
      now = after(now, more);
    }
    return Decision.accept(events);
  }

  private Decision<WatchEvent> act(WatchCommand.OnCheckIn act, Watch watch) {
    return switch (watch) {
      case Watch.Unbegun _ -> Decision.refuse(Refusals.NO_SUCH_CASE);
      case Watch.Ended _ -> Decision.refuse(Refusals.CASE_CLOSED);
      case Watch.Keeping keeping -> checkingIn.decide(act, keeping);
    };
  }

  @Override
  public Watch evolve(Watch watch, WatchEvent event) {
    return watch.after(event);
  }

  @Override
  public Map<String, Object> facts(Watch watch) {
    Map<String, Object> facts = new HashMap<>();
    watch.dueAt().ifPresent((Instant at) -> facts.put(DUE_AT, at));
    watch.deadlines().values().stream().map(deadline -> watch.circle().urgencyOf(deadline.step())).min(Comparator.naturalOrder())
        .ifPresent(urgency -> facts.put(RANK, urgency.ordinal()));
    if (watch.recorded().measured()) facts.put(MEASURED, true);
    if (watch instanceof Watch.Keeping keeping) facts.putAll(workers(keeping));
    return facts;
  }

  private static Map<String, Object> workers(Watch.Keeping watch) {
    List<String> workers = watch.checkIns().values().stream().map(c -> c.owner().worker()).distinct().sorted().toList();
    return workers.isEmpty() ? Map.of() : Map.of(WORKERS, workers);
  }
}
