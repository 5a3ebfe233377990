package jp.tsunagu.portal.pipeline;

/** Whether a service answers at all. */
public enum Answer {
  ANSWERS,
  /** Not reached, or not in time. */
  SILENT,
  /** Reached, and it says that something is wrong with it or with the question. */
  IN_TROUBLE,
  /** Not asked, as there is no token to ask with: whoever gives them does not answer. */
  NOT_ASKED
}
