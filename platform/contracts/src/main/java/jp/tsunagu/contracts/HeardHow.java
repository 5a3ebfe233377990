package jp.tsunagu.contracts;

/** How an answer came that was not given on a screen. */
public enum HeardHow {
  PHONE, FAX, IN_PERSON, LETTER
}
