package jp.tsunagu.portal.ledger;

import jp.tsunagu.calendar.OfficeCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import jp.tsunagu.contracts.FollowUpMessage.CheckInPlanned;
import jp.tsunagu.contracts.FollowUpMessage.CheckInReassigned;
import jp.tsunagu.contracts.FollowUpMessage.CheckInRecorded;
import jp.tsunagu.contracts.FollowUpMessage.WatchEnded;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage.CaseClosed;
import jp.tsunagu.contracts.ReferralMessage.CheckInsPlanned;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.runtime.inbox.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * 近況確認. The journey plans some at the end of support and the watch repeats them as its own; whichever is heard first
 * makes the entry, only the watch changes it.
 */
public record CheckIns(List<CheckIn> all) {

  public enum State {
    PLANNED, RECORDED, ENDED
  }

  /** @param reached whether the person was reached; null until recorded */
  public record CheckIn(String checkInId, LocalDate dueOn, String organisation, String worker, State state, @Nullable Boolean reached,
      @Nullable OutcomeCode outcome, @Nullable Instant recordedAt) {

    /** The day it was meant for, and once recorded the day that was. */
    public LocalDate day() {
      return recordedAt == null ? dueOn : OfficeCalendar.dayOf(recordedAt);
    }

    /** The step's key, as follow-up arms it. */
    public String key() {
      return "check-in:" + checkInId;
    }

    Step step(Instant dueAt) {
      return new Step(key(), StepKind.CHECK_IN, organisation, worker, dueAt, null, null);
    }

    CheckIn in(State now) {
      return new CheckIn(checkInId, dueOn, organisation, worker, now, reached, outcome, recordedAt);
    }

    CheckIn by(Party to) {
      return new CheckIn(checkInId, dueOn, to.organisation(), to.worker(), state, reached, outcome, recordedAt);
    }

    CheckIn recorded(CheckInRecorded m, Instant at) {
      return new CheckIn(checkInId, dueOn, m.by().organisation(), m.by().worker(), State.RECORDED, m.reached(), m.outcome(), at);
    }
  }

  public CheckIns {
    all = List.copyOf(all);
  }

  static CheckIns none() {
    return new CheckIns(List.of());
  }

  public Optional<CheckIn> byId(String checkInId) {
    return all.stream().filter(c -> c.checkInId().equals(checkInId)).findFirst();
  }

  /** The planned ones as steps, due when their deadline says, or at the end of the day while none is armed yet. */
  Stream<Step> open(Deadlines deadlines) {
    return all.stream().filter(c -> c.state() == State.PLANNED)
        .map(c -> c.step(deadlines.byKey(c.key()).map(Deadlines.Deadline::dueAt).orElseGet(() -> endOf(c.dueOn()))));
  }

  CheckIns after(Envelope envelope) {
    return switch (envelope.message()) {
      case CheckInsPlanned m ->
        planned(m.checkIns().stream().map(c -> plan(c.checkInId(), c.dueOn(), c.organisation(), c.worker())).toList());
      case CheckInPlanned m -> planned(List.of(plan(m.checkInId(), m.dueOn(), m.organisation(), m.worker())));
      case CheckInReassigned m -> change(m.checkInId(), c -> c.by(m.to()));
      case CheckInRecorded m -> change(m.checkInId(), c -> c.recorded(m, envelope.time()));
      case CaseClosed _,WatchEnded _ -> new CheckIns(all.stream().map(c -> c.state() == State.PLANNED ? c.in(State.ENDED) : c).toList());
      default -> this;
    };
  }

  private static CheckIn plan(String id, LocalDate dueOn, String organisation, String worker) {
    return new CheckIn(id, dueOn, organisation, worker, State.PLANNED, null, null, null);
  }

  private CheckIns planned(List<CheckIn> more) {
    var next = new ArrayList<>(all);
    more.stream().filter(c -> byId(c.checkInId()).isEmpty()).forEach(next::add);
    return new CheckIns(next);
  }

  private CheckIns change(String id, UnaryOperator<CheckIn> change) {
    return new CheckIns(all.stream().map(c -> c.checkInId().equals(id) ? change.apply(c) : c).toList());
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(OfficeCalendar.JAPAN).toInstant();
  }
}
