package jp.tsunagu.contracts;

/** 訪問支援の段階: how near the outreach to somebody who lives withdrawn has come. People go back a stage too. */
public enum OutreachStage {
  /** 家族支援: so far only the family is spoken with. */
  FAMILY,
  /** 間接支援: the person is reached by letters, by messages, through the door. */
  INDIRECT,
  /** 直接支援: the person and the worker meet. */
  DIRECT,
  /** 居場所: there is a place where the person goes. */
  PLACE_TO_BE,
  /** 社会参加 */
  SOCIAL_PARTICIPATION
}
