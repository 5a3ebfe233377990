package jp.tsunagu.contracts;

/** The legal basis of a disclosure: 本人同意 · 支援会議 · 生命身体の保護 · 児童虐待の通告 · その他の法令 */
public enum BasisKind {
  CONSENT, SUPPORT_MEETING, LIFE_BODY, CHILD_ABUSE_REPORT, OTHER_LAW;

  /** As those are told who are neither side of the referral: that there was a child-abuse report is not their business. */
  public BasisKind toldToOthers() {
    return this == CHILD_ABUSE_REPORT ? OTHER_LAW : this;
  }
}
