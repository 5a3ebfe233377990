package jp.tsunagu.portal.lists;

import jp.tsunagu.portal.finding.Asked;

/** @param asked without what may be a name */
public record SavedList(String id, String name, Asked asked) {
  public static final int LONGEST = 40;

  public SavedList {
    name = name.strip();
    if (name.isEmpty() || name.length() > LONGEST) throw new IllegalArgumentException("a list has a short name");
    asked = asked.without(Asked.CODE);
    if (asked.nothing()) throw new IllegalArgumentException("a list is narrowed to something");
  }

  /** Whether it can be one. */
  public static boolean fits(String name, Asked asked) {
    return !name.isBlank() && name.strip().length() <= LONGEST && !asked.without(Asked.CODE).nothing();
  }
}
