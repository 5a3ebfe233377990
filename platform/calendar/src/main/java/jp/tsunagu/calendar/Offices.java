package jp.tsunagu.calendar;

/** The calendar of each organisation, as far as it is known; the usual one for all others. */
@FunctionalInterface
public interface Offices {
  OfficeCalendar of(String organisation);

  /** Everybody keeps the same hours. */
  static Offices all(OfficeCalendar calendar) {
    return _ -> calendar;
  }
}
