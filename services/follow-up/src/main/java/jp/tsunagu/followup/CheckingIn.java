package jp.tsunagu.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** 近況確認: planned, carried out or handed to a colleague, and never the last date of an open case without a next one. */
final class CheckingIn {
  private final WatchPolicy policy;

  CheckingIn(WatchPolicy policy) {
    this.policy = policy;
  }

  Decision<WatchEvent> decide(WatchCommand.OnCheckIn act, Watch.Keeping watch) {
    return switch (act) {
      case WatchCommand.PlanCheckIn c -> plan(c, watch);
      case WatchCommand.RecordResult c -> owned(c, c.checkInId(), watch, checkIn -> record(c, checkIn, watch));
      case WatchCommand.Reassign c -> owned(c, c.checkInId(), watch, checkIn -> reassign(c, checkIn, watch.circle()));
    };
  }

  private Decision<WatchEvent> plan(WatchCommand.PlanCheckIn c, Watch.Keeping watch) {
    if (!watch.circle().supportedBy(c.by().organisation())) return Decision.refuse(Refusals.NOT_SUPPORTING);
    Optional<Refusal> wrong = wrong(c.plan(), c.by(), c.at(), "", watch.circle());
    return wrong.isPresent() ? Decision.refuse(wrong.get()) : Decision.accept(planned(c.plan(), c.by()));
  }

  private Decision<WatchEvent> owned(WatchCommand.Act act, String checkInId, Watch.Keeping watch,
      Function<CheckIn, Decision<WatchEvent>> decide) {
    CheckIn checkIn = watch.checkIns().get(checkInId);
    if (watch.recorded().includes(checkInId)) return Decision.refuse(Refusals.ALREADY_RECORDED);
    if (checkIn == null) return Decision.refuse(Refusals.NO_SUCH_CHECK_IN);
    if (!checkIn.owner().organisation().equals(act.by().organisation())) return Decision.refuse(Refusals.NOT_THE_OWNER);
    return decide.apply(checkIn);
  }

  /** The next date is planned before this one is settled, so that the person has one at every instant. */
  private Decision<WatchEvent> record(WatchCommand.RecordResult c, CheckIn checkIn, Watch.Keeping watch) {
    List<WatchEvent> events = new ArrayList<>();
    if (c.next() != null) {
      Optional<Refusal> wrong = wrong(c.next(), c.by(), c.at(), "next.", watch.circle());
      if (wrong.isPresent()) return Decision.refuse(wrong.get());
      events.addAll(planned(c.next(), c.by()));
    } else
      if (watch.deadlines().values().stream().map(Deadline::step).filter(s -> !Dates.ofReport(s)).map(Step::key)
          .allMatch(CheckIn.key(checkIn.id())::equals)) {
            return Decision.refuse(Refusals.NEXT_DATE_NEEDED);
          }
    events.add(new WatchEvent.CheckInRecorded(checkIn.id(), c.by(), c.result()));
    events.add(new WatchEvent.Settled(CheckIn.key(checkIn.id())));
    return Decision.accept(events);
  }

  private Decision<WatchEvent> reassign(WatchCommand.Reassign c, CheckIn checkIn, Circle circle) {
    if (circle.bars(c.to().worker())) return Decision.refuse(Refusals.barredWorker("worker"));
    String employer = checkIn.owner().organisation();
    Optional<Refusal> unfit = c.to().unfit(employer, "worker");
    if (unfit.isPresent()) return Decision.refuse(unfit.get());
    CheckIn moved = checkIn.ownedBy(c.to().of(employer));
    if (moved.equals(checkIn)) return Decision.accept();
    return Decision.accept(new WatchEvent.CheckInReassigned(checkIn.id(), moved.owner()), armed(moved));
  }

  private List<WatchEvent> planned(WatchCommand.Plan plan, Party by) {
    var checkIn = new CheckIn(plan.checkInId(), plan.dueOn(), plan.worker().of(by.organisation()), plan.how());
    return List.of(new WatchEvent.CheckInPlanned(checkIn), armed(checkIn));
  }

  private WatchEvent armed(CheckIn checkIn) {
    return new WatchEvent.Armed(checkIn.step(policy.endOf(checkIn.dueOn())));
  }

  /** @param path where in the request the plan stands, e.g. {@code next.} */
  private Optional<Refusal> wrong(WatchCommand.Plan plan, Party by, Instant at, String path, Circle circle) {
    LocalDate today = policy.today(at);
    if (plan.dueOn().isBefore(today)) return Optional.of(Refusals.inThePast(path + "dueOn"));
    if (plan.dueOn().isAfter(today.plusDays(policy.farthest()))) return Optional.of(Refusals.tooFar(path + "dueOn", policy.farthest()));
    if (circle.bars(plan.worker().worker())) return Optional.of(Refusals.barredWorker(path + "worker"));
    return plan.worker().unfit(by.organisation(), path + "worker");
  }
}
