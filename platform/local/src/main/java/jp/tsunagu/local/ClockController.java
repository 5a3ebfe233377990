package jp.tsunagu.local;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Role;
import io.swagger.v3.oas.annotations.media.Schema;

/** {@code POST /api/clock {advance: "P8D"}}: lets an administrator watch deadlines pass. Exists only on a laptop. */
@RestController
@RequestMapping("/api/clock")
class ClockController {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final MovableClock clock;

  ClockController(MovableClock clock) {
    this.clock = clock;
  }

  /** @param advance ISO 8601, such as {@code P8D} or {@code PT2H} */
  record Move(@Schema(format = "duration") @NotNull String advance) {}

  record Now(Instant now) {}

  @GetMapping
  Now now() {
    return new Now(clock.instant());
  }

  @PostMapping
  Now advance(@Valid @RequestBody Move move, Caller caller) {
    if (!caller.is(Role.ADMINISTRATOR)) throw Problem.forbidden("not-an-administrator", "Only an administrator moves time.");
    Duration by = parse(move.advance());
    if (by.isNegative() || by.compareTo(LONGEST) > 0)
      throw Problem.invalid("advance", "out-of-range", "From nothing to 366 days at a time.");
    return new Now(clock.advance(by));
  }

  private static Duration parse(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw Problem.malformed("advance", "malformed-duration", "An ISO 8601 duration is needed, such as P8D or PT2H.");
    }
  }
}
