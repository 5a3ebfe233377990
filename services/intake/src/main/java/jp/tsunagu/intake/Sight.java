package jp.tsunagu.intake;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;

import org.jspecify.annotations.Nullable;

/** What one organisation sees of a case. */
public sealed interface Sight {
  /** It does not even learn that the case exists. */
  record Nothing() implements Sight {}

  /**
   * @param items possibly none: it knows of the case but of nobody in it
   * @param until the person as known then, null for now: an organisation that handed the case on does not follow the person
   * @param why   why items are missing, null when none is
   */
  record Items(Set<ConsentItem> items, @Nullable Instant until, @Nullable Why why) implements Sight {
    public Items {
      var some = EnumSet.noneOf(ConsentItem.class);
      some.addAll(items);
      items = Collections.unmodifiableSet(some);
    }

    public boolean has(ConsentItem item) {
      return items.contains(item);
    }
  }

  enum Why {
    NOT_CONSENTED, CONSENT_WITHDRAWN, REFERRAL_ENDED, NOT_AT_THE_MEETING
  }
}
