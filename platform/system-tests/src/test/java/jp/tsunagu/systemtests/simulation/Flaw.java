package jp.tsunagu.systemtests.simulation;

/** How the ground can be broken on purpose, to see that somebody notices. */
public enum Flaw {
  NONE,
  /** The store answers before what it answers for is durable. */
  STORE_FORGETS,
  /** The store ignores the conditions of a write to a document that is named. */
  STORE_OVERWRITES,
  /** The broker acknowledges what it then has not. */
  BROKER_DROPS
}
