package jp.tsunagu.contracts;

/** Whether the person and the receiving worker need somebody who interprets, and whether there is somebody. */
public enum Interpreter {
  NEEDED, BOOKED
}
