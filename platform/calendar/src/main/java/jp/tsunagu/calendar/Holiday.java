package jp.tsunagu.calendar;

/** What a day off is for: the days of article 2 of the law on national holidays, those of its article 3, and 年末年始. */
public enum Holiday {
  NEW_YEAR, COMING_OF_AGE, FOUNDATION, EMPEROR, VERNAL, SHOWA, CONSTITUTION, GREENERY, CHILDREN, SEA, MOUNTAIN, RESPECT, AUTUMNAL, SPORTS, CULTURE, LABOUR,
  /** 振替休日 */
  INSTEAD,
  /** 国民の休日, between two others */
  BETWEEN, TURN_OF_THE_YEAR
}
