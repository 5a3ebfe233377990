package jp.tsunagu.portal.audit;

/** What most likely lies behind a finding; said in words where it is shown. */
public enum Cause {
  /** A decision of the journey left nobody, or nothing, behind. */
  DECISION_LEFT_NOTHING,
  /** The custody that was told does not continue the one before. */
  CUSTODY_DOES_NOT_CONTINUE,
  /** The journey has not heard that the case was opened. */
  JOURNEY_NOT_BEGUN,
  /** The watch has not heard of the journey. */
  WATCH_NOT_BEGUN,
  /** The watch knows the journey and has not armed what it planned. */
  WATCH_BEHIND,
  /** Dates pass and nobody notices. */
  SWEEP_SILENT, WORKER_LEFT,
  /** The directory knows the organisation and not the worker. */
  WORKER_UNKNOWN,
  /** The publisher has it, and the broker has not brought it. */
  NOT_DELIVERED,
  /** It waits in the parking lot. */
  PARKED,
  /** What is stored is not what the journals' history makes. */
  STORED_WRONG,
  /** A journal's own numbers have a hole. */
  JOURNAL_TORN
}
