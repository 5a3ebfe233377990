package jp.tsunagu.referral;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** Rules in the order in which they are told; the first that is broken is the answer. */
final class Check {
  private static final Check PASSED = new Check(null);

  private final @Nullable Refusal broken;

  private Check(@Nullable Refusal broken) {
    this.broken = broken;
  }

  static Check passed() {
    return PASSED;
  }

  static Check failed(Refusal refusal) {
    return new Check(refusal);
  }

  static Check that(boolean holds, Refusal otherwise) {
    return holds ? PASSED : new Check(otherwise);
  }

  Check and(boolean holds, Refusal otherwise) {
    return and(() -> that(holds, otherwise));
  }

  Check and(Supplier<Check> next) {
    return broken == null ? next.get() : this;
  }

  /** It does not fit, but who may not even try hears that first. */
  Decision<JourneyEvent> but(Refusal refusal) {
    return Decision.refuse(broken == null ? refusal : broken);
  }

  Decision<JourneyEvent> then(Supplier<Decision<JourneyEvent>> act) {
    return broken == null ? act.get() : Decision.refuse(broken);
  }
}
