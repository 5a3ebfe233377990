package jp.tsunagu.contracts;

/** What somebody owes a person by a date. */
public enum StepKind {
  /** The holder decides what happens next. */
  NEXT_STEP,
  /** The receiving side answers a proposed referral. */
  ANSWER,
  /** The referring side answers a question. */
  QUESTION,
  /** The receiving side looks again at a waiting referral. */
  WAITLIST_REVIEW,
  /** The receiving worker meets the person for the first time. */
  FIRST_CONTACT,
  /** No contact so far: visit, or go along. */
  VISIT,
  /** Still no contact: name somebody who watches. */
  WATCHER,
  /** The referring side answers a proposed return. */
  RETURN_ANSWER,
  /** A planned 近況確認. */
  CHECK_IN,
  /** Who knows the person by a consent that was taken back says that they have seen it. */
  WITHDRAWAL,
  /** The reporting worker has the receipt of a 児童虐待の通告 confirmed. */
  REPORT_RECEIPT
}
