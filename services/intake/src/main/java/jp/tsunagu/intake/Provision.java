package jp.tsunagu.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;

/**
 * One line of 第三者提供の記録 (Act on the Protection of Personal Information, article 29): that one organisation was told of the person.
 *
 * @param toWorker   asked by name; null when the organisation was asked
 * @param consentId  for a consent, which says since when, for what and what
 * @param items      for every other ground
 * @param referralId by which it was told; null where it was not by one
 */
public record Provision(Instant at, Party from, String toOrganisation, @Nullable String toWorker, Ground basis,
    @Nullable String consentId, List<ConsentItem> items, @Nullable String referralId) {
  /** The bases a referral or a meeting rests on, and that somebody broke the glass. */
  public enum Ground {
    CONSENT, SUPPORT_MEETING, LIFE_BODY, CHILD_ABUSE_REPORT, OTHER_LAW, BROKEN_GLASS;

    public static Ground of(BasisKind basis) {
      return switch (basis) {
        case CONSENT -> CONSENT;
        case SUPPORT_MEETING -> SUPPORT_MEETING;
        case LIFE_BODY -> LIFE_BODY;
        case CHILD_ABUSE_REPORT -> CHILD_ABUSE_REPORT;
        case OTHER_LAW -> OTHER_LAW;
      };
    }
  }

  public Provision {
    items = List.copyOf(items);
  }

  public boolean between(String organisation) {
    return from.organisation().equals(organisation) || toOrganisation.equals(organisation);
  }

  /** That there was a child-abuse report is the business of its two sides alone; others are told that a law allowed it. */
  public Provision seenBy(String organisation) {
    return basis != Ground.CHILD_ABUSE_REPORT || between(organisation)
        ? this
        : new Provision(at, from, toOrganisation, toWorker, Ground.OTHER_LAW, consentId, items, referralId);
  }

  /** What was told to the members of a support meeting, each of them. */
  static List<Provision> at(SupportMeeting meeting, Party by, Instant at) {
    return meeting.members().stream().filter(m -> !m.organisation().equals(by.organisation()))
        .map(m -> new Provision(at, by, m.organisation(), m.worker(), Ground.SUPPORT_MEETING, null, List.copyOf(meeting.items()), null))
        .toList();
  }

  static Provision through(BrokenGlass broken, Party holder, Instant at) {
    return new Provision(at, holder, broken.by().organisation(), broken.by().worker(), Ground.BROKEN_GLASS, null,
        List.copyOf(EnumSet.allOf(ConsentItem.class)), null);
  }

  /**
   * Whom a consent opened more to, at the moment it did; they had a part in the case already.
   *
   * @param asker who had asked them
   */
  static Provision by(CaseFile.Given given, Instant at, Party asker) {
    boolean ownWord = given.by().organisation().equals(given.consent().recipient()); // nobody tells themselves
    return new Provision(at, ownWord ? asker : given.by(), given.consent().recipient(), null, Ground.CONSENT, given.consent().consentId(),
        List.of(), null);
  }
}
