package jp.tsunagu.intake.sight;

import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.intake.Sight;
import jp.tsunagu.intake.SightPolicy;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.runtime.directory.DirectoryView;

/**
 * What a recipient would see of a case: participants are drawn as the proposal would draw them, and {@link SightPolicy} is asked as it
 * will be asked then.
 */
@Component
public class Foresight {
  /** Stands for whoever opens the case there, where nobody is asked by name. */
  private static final String ANYBODY = "-";

  private final ParticipantsProjection participants;
  private final DirectoryView directory;
  private final InstantSource clock;

  Foresight(ParticipantsProjection participants, DirectoryView directory, InstantSource clock) {
    this.participants = participants;
    this.directory = directory;
    this.clock = clock;
  }

  /** A referral that is not proposed yet. @param worker null where nobody is asked by name */
  public record Intended(String referralId, String organisation, @Nullable String worker, Participants.Asked on) {}

  /**
   * @param told  the items the recipient would see
   * @param shown the case as they would see it, without what whoever asks may not see themselves
   */
  public record Foreseen(Set<ConsentItem> told, CaseAccess.Seen shown) {}

  /** @param own the case as whoever asks sees it */
  public Foreseen of(CaseAccess.Seen own, Intended intended) {
    CaseFile.Opened file = own.disclosure().file();
    Set<ConsentItem> told = switch (SightPolicy.of(look(file, intended))) {
      case Sight.Nothing _ -> Set.of();
      case Sight.Items(var items, _, _) -> items;
    };
    var shown = new Sight.Items(both(told, own.disclosure().sight().items()), own.disclosure().sight().until(), null);
    var seen = new CaseAccess.Seen(own.version(), new Disclosure(file, shown, intended.organisation()), Standing.PARTICIPANT, false);
    return new Foreseen(told, seen);
  }

  private SightPolicy.Look look(CaseFile.Opened file, Intended r) {
    Participants now = participants.of(file.opening().caseId()).orElseGet(() -> Participants.of(file.opening().by()));
    Participants then = now.asked(r.organisation(), r.referralId(), r.on())
        .drawnAs(now.parties().asked(r.organisation(), r.referralId(), r.worker()));
    String worker = r.worker() == null ? ANYBODY : r.worker();
    return new SightPolicy.Look(new Party(r.organisation(), worker), true, then, file, clock.instant(), directory);
  }

  private static Set<ConsentItem> both(Collection<ConsentItem> one, Collection<ConsentItem> other) {
    var both = EnumSet.noneOf(ConsentItem.class);
    both.addAll(one);
    both.retainAll(other);
    return both;
  }
}
