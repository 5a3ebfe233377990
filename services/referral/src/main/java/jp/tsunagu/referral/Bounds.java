package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Refusal;

/**
 * How far a date somebody chooses may lie ahead (in days), so that nobody is parked out of sight. Proposals, configurable.
 *
 * @param contactAgo how long ago a first contact may have been that is reported only now
 */
public record Bounds(int answerBy, int firstContactBy, int review, int checkIn, int checkIns, int contactAgo, int text) {
  /** A worker's clock may be this much ahead of ours. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  public static Bounds proposed() {
    return new Bounds(60, 30, 180, 730, 24, 90, 4_000);
  }

  Check ahead(String field, Instant date, Instant now, int days) {
    return Check.that(date.isAfter(now), Refusal.invalid(field, "in-the-past", "This date is in the past."))
        .and(!date.isAfter(now.plus(Duration.ofDays(days))), tooFar(field, days));
  }

  Check onOrAfter(String field, LocalDate day, LocalDate earliest, int days) {
    return Check.that(!day.isBefore(earliest), Refusal.invalid(field, "in-the-past", "The earliest date is " + earliest + "."))
        .and(!day.isAfter(earliest.plusDays(days)), tooFar(field, days));
  }

  Check happened(String field, Instant date, Instant now) {
    return Check.that(!date.isAfter(now.plus(SKEW)), Refusal.invalid(field, "in-the-future", "This date is in the future."))
        .and(date.isAfter(now.minus(Duration.ofDays(contactAgo))),
            Refusal.invalid(field, "too-long-ago", "This date is more than " + contactAgo + " days ago."));
  }

  /** Something was written, and not a book. What was sealed already was looked at when it was written. */
  Check words(String field, FreeText text) {
    return switch (text) {
      case FreeText.Written w ->
        Check.that(!w.text().isBlank(), Refusals.required(field, "Please write something here.")).and(() -> readable(field, w));
      case FreeText.Sealed _ -> Check.passed();
    };
  }

  Check readable(String field, @Nullable FreeText words) {
    return switch (words) {
      case null -> Check.passed();
      case FreeText.Sealed _ -> Check.passed();
      case FreeText.Written w ->
        Check.that(w.length() <= text, Refusal.invalid(field, "too-long", "This may have up to " + text + " characters."))
            .and(FreeText.readable(w.text()), Refusal.invalid(field, "forbidden-characters", "No control characters."));
    };
  }

  private static Refusal tooFar(String field, int days) {
    return Refusal.invalid(field, "too-far-ahead", "This date is more than " + days + " days ahead.");
  }
}
