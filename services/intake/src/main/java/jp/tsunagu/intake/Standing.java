package jp.tsunagu.intake;

/** What the organisation that acts is to the case at that moment. It arrives in the command, like the time. */
public enum Standing {
  HOLDER, PARTICIPANT, STRANGER
}
