package jp.tsunagu.contracts;

/** 緊急 · 至急 · 通常 */
public enum Urgency {
  EMERGENCY, URGENT, NORMAL
}
