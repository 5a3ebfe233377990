package jp.tsunagu.contracts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a person agrees to share with one recipient. */
public enum ConsentItem {
  NAME, CONTACT, WORRIES, SUMMARY, HISTORY;

  /** What it takes to act for somebody who did not agree; the story in their own words is told only where it is named. */
  public static final Set<ConsentItem> TO_ACT = Collections.unmodifiableSet(EnumSet.of(NAME, CONTACT, WORRIES, SUMMARY));
}
