package jp.tsunagu.intake;

/** When somebody telephoned, as exactly as an anonymous call is kept. */
public enum TimeBand {
  MORNING, AFTERNOON, EVENING, NIGHT
}
