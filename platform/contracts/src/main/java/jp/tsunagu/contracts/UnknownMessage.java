package jp.tsunagu.contracts;

/** A message of a type these contracts do not name: a newer publisher's. Read, counted as seen, and otherwise ignored. */
public record UnknownMessage(String type) implements Message {}
