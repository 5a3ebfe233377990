package jp.tsunagu.contracts;

/**
 * Why a referral is not taken. {@link #PERSON_DECLINED} is the person's own
 * word, the others are the organisation's.
 */
public enum DeclineReason {
  NOT_ELIGIBLE, NO_CAPACITY, OUT_OF_AREA, EXPERTISE, CONFLICT_OF_INTEREST, MISSING_INFORMATION, PERSON_DECLINED, BETTER_ALTERNATIVE, OTHER
}
