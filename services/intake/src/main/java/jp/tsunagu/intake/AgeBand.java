package jp.tsunagu.intake;

/** 年代: when the birth date is not known or not told. */
public enum AgeBand {
  UNDER_10, TEENS, TWENTIES, THIRTIES, FORTIES, FIFTIES, SIXTIES, SEVENTIES, EIGHTY_AND_OVER
}
