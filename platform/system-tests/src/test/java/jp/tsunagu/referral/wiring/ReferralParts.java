package jp.tsunagu.referral.wiring;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyDecider;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.EventTypes;
import jp.tsunagu.runtime.journal.JournalController.FirstNews;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.systemtests.simulation.Council;
import jp.tsunagu.systemtests.simulation.Settings;

/** The service's own wiring, for the simulation. It stands in this package because the wiring is the service's own business. */
public final class ReferralParts {
  private static final ReferralConfiguration WIRING = new ReferralConfiguration();
  public static final JourneyDecider DECIDER = WIRING
      .journeyDecider(Settings.of("referral", "tsunagu.referral.deadlines", DeadlineSettings.class), Council.DIRECTORY);
  public static final EventTypes<JourneyEvent> EVENTS = StoredEvents.TYPES;

  private ReferralParts() {}

  public static CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys(Journals journals) {
    return WIRING.journeys(journals, DECIDER);
  }

  public static FirstNews firstNews(Inbox inbox) {
    return WIRING.firstNews(inbox);
  }
}
