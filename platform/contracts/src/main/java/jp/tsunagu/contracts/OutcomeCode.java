package jp.tsunagu.contracts;

/** 支援の結果 */
public enum OutcomeCode {
  GOT_HELP, PARTLY, COULD_NOT_CONTACT, NOT_ELIGIBLE, NO_LONGER_WANTED, MOVED_AWAY, DIED, REFERRED_ELSEWHERE, OTHER
}
