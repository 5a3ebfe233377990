package jp.tsunagu.contracts;

/** Who works with whom inside an organisation; whoever knows the directory knows it. */
public interface Teams {
  /** What the pages of the documentation say. */
  String RULE = "Where an organisation has units, a case is the business of those who stand for it there (whoever holds it, was asked"
      + " by name or took a referral on): of their unit, of who stands in for them, of their manager, and of managers without"
      + " a unit. For the rest of the house it does not exist.";

  /** Whether a case that {@code face} stands for is this worker's business too. False for workers of different organisations. */
  boolean together(Party who, Party face);
}
