package jp.tsunagu.directory;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;

/** What a page may offer somebody to do, so that it shows nothing that would be refused. The decision asks again. */
public enum Offer {
  DESCRIBE, CHANGE_UNITS, KEEP_HOURS, SET_ANSWER_TIMES, SET_PARTNER_TYPE, ADD_WORKERS, TAKE_SECRETARIAT, CHANGE, WRITE_LETTER, DEACTIVATE, DEFINE_PARTNER_TYPES, SET_CONSENT_TEXTS, READ_HISTORY;

  public static Set<Offer> ofOrganisation(Requester by, Id organisation, boolean active, boolean secretariat) {
    Set<Offer> offers = EnumSet.noneOf(Offer.class);
    if (!by.manages(organisation)) return offers;
    offers.add(DESCRIBE);
    if (by.reaches(null)) offers.addAll(EnumSet.of(CHANGE_UNITS, KEEP_HOURS));
    if (by.administers()) offers.addAll(EnumSet.of(SET_ANSWER_TIMES, SET_PARTNER_TYPE));
    if (active) offers.add(ADD_WORKERS);
    if (active && by.administers() && !secretariat) offers.addAll(EnumSet.of(TAKE_SECRETARIAT, DEACTIVATE));
    return offers;
  }

  public static Set<Offer> ofWorker(Requester by, Id organisation, Set<WorkerRole> roles, @Nullable String unit, WorkerState state) {
    Set<Offer> offers = EnumSet.noneOf(Offer.class);
    if (state == WorkerState.LEFT || !by.manages(organisation) || !by.reaches(unit)) return offers;
    if (by.mayChange(roles, roles)) offers.add(CHANGE);
    if (by.mayWriteTo(roles)) offers.add(WRITE_LETTER);
    if (by.maySendAway(roles)) offers.add(DEACTIVATE);
    return offers;
  }

  /** Whoever coordinates is told what was changed, and changes nothing. */
  public static Set<Offer> ofNetwork(Requester by) {
    if (by.administers()) return EnumSet.of(DEFINE_PARTNER_TYPES, SET_CONSENT_TEXTS, READ_HISTORY);
    return by.coordinates() ? EnumSet.of(READ_HISTORY) : EnumSet.noneOf(Offer.class);
  }
}
