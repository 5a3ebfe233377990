package jp.tsunagu.notification.telling;

/** What is remembered of a case by now; nothing before its journey was heard of. */
@FunctionalInterface
public interface Memories {
  CaseMemory of(String caseId);
}
