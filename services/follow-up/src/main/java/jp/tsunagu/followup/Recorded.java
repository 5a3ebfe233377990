package jp.tsunagu.followup;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a watch remembers of check-ins that were made.
 *
 * @param checkIns their ids
 * @param measured whether the person ever answered about loneliness; what, is in the history alone
 */
record Recorded(Set<String> checkIns, boolean measured) {
  static final Recorded NOTHING = new Recorded(Set.of(), false);

  Recorded {
    checkIns = Collections.unmodifiableSet(new LinkedHashSet<>(checkIns));
  }

  boolean includes(String checkInId) {
    return checkIns.contains(checkInId);
  }

  Recorded with(String checkInId, CheckInResult result) {
    var more = new LinkedHashSet<>(checkIns);
    more.add(checkInId);
    return new Recorded(more, measured || result.loneliness() != null);
  }
}
