package jp.tsunagu.referral.inbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.Reaction;
import jp.tsunagu.runtime.journal.Journals;

/** What the service does about others' messages, for the simulation. */
public final class ReferralReactions {
  private static final Party SELF = new Party("tsunagu", "service-referral");

  private ReferralReactions() {}

  public static Reaction of(CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, Journals journals, DirectoryView directory,
      InstantSource clock) {
    return new Reactions(journeys, journals, directory, clock);
  }

  public static Optional<JourneyCommand> command(Envelope envelope, Function<Party, List<Party>> colleagues, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    return switch (envelope.message()) {
      case IntakeMessage m -> FromIntake.news(m, SELF, colleagues, now);
      case FollowUpMessage m -> FromFollowUp.news(m, now);
      default -> Optional.empty();
    };
  }
}
