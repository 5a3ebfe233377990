package jp.tsunagu.portal.audit;

/** The promise, one by one, as DOMAIN.md numbers it. */
public enum Invariant {
  ONE_HOLDER(1), NEXT_DATE(2), NO_SILENT_END(3), CONNECTED_MEANS_CONTACT(4), SUPPORT_END_IS_NOT_THE_END(5), OVERDUE_REACHES_A_HUMAN(
      6), LEAVING_MOVES_CUSTODY(7), ARRIVES_ONCE(8);

  private final int number;

  Invariant(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
