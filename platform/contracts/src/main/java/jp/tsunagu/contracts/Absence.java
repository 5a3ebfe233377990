package jp.tsunagu.contracts;

import java.time.LocalDate;

/** Somebody is away from the first day to the last, both included; why is nobody's business. */
public record Absence(LocalDate from, LocalDate to) {
  public Absence {
    if (to.isBefore(from)) throw new IllegalArgumentException("it ends after it begins");
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
