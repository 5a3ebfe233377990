package jp.tsunagu.portal.live;

import jp.tsunagu.contracts.Party;

/** What an open page shows. */
public sealed interface Shown {
  record OfCase(String caseId) implements Shown {}

  /** A worker's list. */
  record OfWork(Party worker) implements Shown {}
}
