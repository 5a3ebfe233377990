package jp.tsunagu.portal.finding;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.ledger.Days;
import jp.tsunagu.portal.ledger.Filter;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;

/** Text on its way to what it means; goes on after a mistake, so that all of them are told at once. */
final class Reading {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private enum State {
    OPEN, CLOSED
  }

  private final Map<String, String> given;
  private final DirectoryView directory;
  private final List<Problem.FieldError> wrong = new ArrayList<>();

  Reading(Map<String, String> given, DirectoryView directory) {
    this.given = given;
    this.directory = directory;
  }

  Wanted wanted() {
    State state = code("state", State.values());
    var filter = new Filter(given.get(Asked.CODE), null, organisation("holder"), organisation("with"),
        state == null ? null : Boolean.valueOf(state == State.OPEN), days("opened"), days("due"));
    return new Wanted(filter, code("worry", Worry.values()), wrong);
  }

  private <E extends Enum<E>> @Nullable E code(String name, E[] codes) {
    String written = given.get(name);
    if (written == null) return null;
    return Arrays.stream(codes).filter(c -> c.name().equals(written)).findFirst()
        .orElseGet(() -> refuse(name, "unknown-code", "One of " + Arrays.toString(codes) + "."));
  }

  private @Nullable String organisation(String name) {
    String id = given.get(name);
    return id == null || directory.organisation(id).isPresent()
        ? id
        : refuse(name, "unknown-organisation", "There is no such organisation.");
  }

  private Days days(String name) {
    LocalDate from = day(name + "From");
    LocalDate to = day(name + "To");
    if (from == null || to == null || !to.isBefore(from)) return new Days(from, to);
    refuse(name + "To", "before-from", "The last day is not before the first.");
    return Days.ANY;
  }

  private @Nullable LocalDate day(String name) {
    String written = given.get(name);
    if (written == null) return null;
    try {
      LocalDate day = LocalDate.parse(written);
      if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) return day;
      return refuse(name, "out-of-range", "Days are between " + EARLIEST + " and " + LATEST + ".");
    } catch (DateTimeParseException e) {
      return refuse(name, "malformed-date", "A day such as 2026-04-01.");
    }
  }

  private <T> @Nullable T refuse(String name, String code, String message) {
    wrong.add(new Problem.FieldError(name, code, message));
    return null;
  }
}
