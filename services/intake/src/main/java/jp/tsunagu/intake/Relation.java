package jp.tsunagu.intake;

/** What somebody is to the person. */
public enum Relation {
  MOTHER, FATHER, GRANDPARENT, SON, DAUGHTER, GRANDCHILD, SIBLING, SPOUSE, RELATIVE, OTHER
}
