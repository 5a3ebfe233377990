package jp.tsunagu.contracts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Something an organisation offers, in the terms of Open Referral's HSDS.
 *
 * @param programme    an id within its organisation, which a referral can name
 * @param name         as the organisation calls it
 * @param needs        which worries it is for; at least one
 * @param eligibility  whom it is for, in the organisation's words; null for everybody
 * @param area         where, in the organisation's words; null for the whole city
 * @param languages    BCP 47 tags in which somebody is understood there
 * @param lastVerified when the organisation last said that all this is so
 */
public record Programme(String programme, String name, Set<Worry> needs, @Nullable String eligibility, @Nullable String area,
    List<String> languages, Capacity capacity, LocalDate lastVerified) {
  public enum Capacity {
    OPEN, LIMITED, FULL
  }

  public Programme {
    if (needs.isEmpty()) throw new IllegalArgumentException("a programme serves some need");
    needs = Collections.unmodifiableSet(EnumSet.copyOf(needs)); // in one order on the wire
    languages = List.copyOf(languages);
  }
}
