package jp.tsunagu.contracts;

/** How a case ends: 終結 (goal met, the person's wish) · 中断 · 転居 · 死亡 */
public enum ClosingReason {
  GOAL_MET, PERSONS_WISH, SUSPENDED, MOVED_AWAY, DIED
}
