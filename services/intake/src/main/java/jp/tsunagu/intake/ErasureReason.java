package jp.tsunagu.intake;

/** Why a person is erased. A code: words about somebody who is to be forgotten would remember them. */
public enum ErasureReason {
  PERSON_ASKED, RETENTION_ENDED, RECORDED_BY_MISTAKE
}
