package jp.tsunagu.referral;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/** What the holder owes: to decide, by this date, how it goes on. The backstop is told too when the date passes. */
record NextStep(Instant dueAt, @Nullable Party backstop) {
  static NextStep by(Instant dueAt) {
    return new NextStep(dueAt, null);
  }

  NextStep atLatest(Instant limit) {
    return dueAt.isAfter(limit) ? new NextStep(limit, backstop) : this;
  }

  NextStep notBefore(Instant earliest) {
    return dueAt.isBefore(earliest) ? new NextStep(earliest, backstop) : this;
  }
}
