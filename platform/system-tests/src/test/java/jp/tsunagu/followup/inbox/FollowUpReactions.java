package jp.tsunagu.followup.inbox;

import java.time.InstantSource;
import java.util.Optional;

import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.followup.News;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.sweep.Ticks;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.inbox.Reaction;
import jp.tsunagu.runtime.journal.Journals;

/** What the service does about others' messages, for the simulation. */
public final class FollowUpReactions {
  private FollowUpReactions() {}

  public static Reaction of(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals, DirectoryView directory,
      InstantSource clock) {
    return new Reactions(watches, journals, clock, new Ticks(directory));
  }

  public static Optional<News> news(ReferralMessage message) {
    return FromReferral.news(message);
  }
}
