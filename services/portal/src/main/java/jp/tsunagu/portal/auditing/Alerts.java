package jp.tsunagu.portal.auditing;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/** The way to tell all administrators. */
@FunctionalInterface
public interface Alerts {
  /**
   * Throws while nobody can be told.
   *
   * @param reference what it is about; under the same one nobody is told twice
   */
  void raise(NoticeKind kind, String caseId, String reference);
}
