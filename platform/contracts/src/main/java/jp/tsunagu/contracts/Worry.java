package jp.tsunagu.contracts;

/** What a person is troubled by, as asked on the intake form. */
public enum Worry {
  HEALTH, HOUSING, INCOME, RENT, TAXES_UTILITIES, DEBT, JOB_SEARCH, TROUBLE_AT_WORK, COMMUNITY, FAMILY, CHILD_REARING, CARE, WITHDRAWAL, VIOLENCE, NO_FOOD, LONELINESS, OTHER
}
