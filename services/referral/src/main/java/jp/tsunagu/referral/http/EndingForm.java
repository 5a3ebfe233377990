package jp.tsunagu.referral.http;

import org.jspecify.annotations.Nullable;

import jakarta.validation.constraints.NotNull;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.referral.Closure.AgreedBy;
import jp.tsunagu.referral.JourneyCommand.Ending;

/** A closure as it is asked for, alone or as what comes after support. */
record EndingForm(@NotNull ClosingReason reason, @NotNull AgreedBy agreedBy, @Nullable String reviewer) {
  Ending read(WhoIsWho who) {
    return new Ending(reason, agreedBy, reviewer == null ? null : who.worker(reviewer));
  }
}
