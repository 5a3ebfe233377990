package jp.tsunagu.contracts;

/** How far a connection is that the secretariat was asked for. */
public enum ConnectionStage {
  ASKED, PROPOSED, AGREED, JOINED, REFUSED
}
