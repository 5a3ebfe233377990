package jp.tsunagu.portal.pipeline;

import java.util.Collection;
import java.util.Comparator;

/** How a figure is to be read, the worst last. */
public enum Sign {
  FINE,
  /** Not zero, as it is for a moment whenever something happens. */
  MOVING, UNKNOWN, WRONG;

  static Sign worst(Collection<Sign> of) {
    return of.stream().max(Comparator.naturalOrder()).orElse(FINE);
  }
}
