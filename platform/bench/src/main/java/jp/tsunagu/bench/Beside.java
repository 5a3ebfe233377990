package jp.tsunagu.bench;

/** What was measured beside its floor, round by round. */
final class Beside {
  private final Rounds floor = new Rounds();
  private final Rounds ours = new Rounds();
  private final Rounds ratio = new Rounds();

  /** Of one round, so that both had the same machine. */
  void add(double itsFloor, double measured) {
    floor.add(itsFloor);
    ours.add(measured);
    ratio.add(measured / itsFloor);
  }

  /** What came before was to warm up. */
  void forget() {
    floor.clear();
    ours.clear();
    ratio.clear();
  }

  Table rows(Table table, String floorIs, String oursIs) {
    return table.row("floor: " + floorIs, floor).row(oursIs, ours).row("**ratio to the floor**", ratio);
  }
}
