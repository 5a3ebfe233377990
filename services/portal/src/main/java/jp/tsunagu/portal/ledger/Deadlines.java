package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jp.tsunagu.contracts.FollowUpMessage.DeadlineAcknowledged;
import jp.tsunagu.contracts.FollowUpMessage.DeadlineArmed;
import jp.tsunagu.contracts.FollowUpMessage.DeadlineEscalated;
import jp.tsunagu.contracts.FollowUpMessage.DeadlinePassed;
import jp.tsunagu.contracts.FollowUpMessage.DeadlineSettled;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.FollowUpMessage.WatchEnded;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import org.jspecify.annotations.Nullable;

/** The dates that are watched for this case, one per step key; arming a key again replaces it. */
public record Deadlines(List<Deadline> all) {
  public enum State {
    ARMED, PASSED, ACKNOWLEDGED, SETTLED
  }

  /**
   * @param rung       how far up the ladder it has been told; null before it passed
   * @param nextRungAt when the next one is told unless somebody acknowledges
   */
  public record Deadline(String key, StepKind what, String organisation, String worker, Instant dueAt, @Nullable String referralId,
      @Nullable Rung rung, @Nullable Instant nextRungAt, State state) {

    static Deadline armed(Step step) {
      return of(step, null, null, State.ARMED);
    }

    static Deadline of(Step step, @Nullable Rung rung, @Nullable Instant nextRungAt, State state) {
      return new Deadline(step.key(), step.what(), step.organisation(), step.worker(), step.dueAt(), step.referralId(), rung, nextRungAt,
          state);
    }

    Deadline in(State now) {
      return new Deadline(key, what, organisation, worker, dueAt, referralId, rung, nextRungAt, now);
    }
  }

  public Deadlines {
    all = List.copyOf(all);
  }

  static Deadlines none() {
    return new Deadlines(List.of());
  }

  public Optional<Deadline> byKey(String key) {
    return all.stream().filter(d -> d.key().equals(key)).findFirst();
  }

  Deadlines after(Message message) {
    return switch (message) {
      case DeadlineArmed m -> put(Deadline.armed(m.step()));
      case DeadlinePassed m -> put(Deadline.of(m.step(), null, null, State.PASSED));
      case DeadlineEscalated m -> put(Deadline.of(m.step(), m.rung(), m.nextRungAt(), State.PASSED));
      case DeadlineAcknowledged m -> change(m.key(), d -> d.in(State.ACKNOWLEDGED));
      case DeadlineSettled m -> change(m.key(), d -> d.in(State.SETTLED));
      case WatchEnded _ -> new Deadlines(all.stream().map(d -> Reports.receipt(d) ? d : d.in(State.SETTLED)).toList());
      default -> this;
    };
  }

  private Deadlines put(Deadline one) {
    var next = new ArrayList<>(all);
    next.removeIf(d -> d.key().equals(one.key()));
    next.add(one);
    return new Deadlines(next);
  }

  private Deadlines change(String key, UnaryOperator<Deadline> change) {
    return new Deadlines(all.stream().map(d -> d.key().equals(key) ? change.apply(d) : d).toList());
  }
}
