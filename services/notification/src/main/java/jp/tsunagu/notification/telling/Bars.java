package jp.tsunagu.notification.telling;

import java.util.Set;

/** From which cases a worker is barred by now: what they were told of them before is not theirs any more. */
@FunctionalInterface
public interface Bars {
  /** Case ids. */
  Set<String> of(String worker);
}
