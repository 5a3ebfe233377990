package jp.tsunagu.contracts;

/** What a person agrees to share with one recipient. */
public enum ConsentItem {
  NAME, CONTACT, WORRIES, SUMMARY, HISTORY
}
