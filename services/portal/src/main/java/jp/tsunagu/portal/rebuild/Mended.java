package jp.tsunagu.portal.rebuild;

/** What came of folding one thing afresh. */
public enum Mended {
  /** What stands there is right. */
  SAME,
  /** It was wrong, or missing, and now it is right. */
  DIFFERED,
  /** What stands there is further than what the journals gave; it is left alone. */
  AHEAD,
  /** It was written again and again meanwhile; the next look finds out. */
  BUSY
}
