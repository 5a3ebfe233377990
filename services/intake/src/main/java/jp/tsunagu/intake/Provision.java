package jp.tsunagu.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;

/**
 * 第三者提供の記録 (Act on the Protection of Personal Information, article 29): that one organisation was told of the person.
 *
 * @param toWorker  asked by name; null when the organisation was asked
 * @param consentId for a consent, which says since when, for what and what
 * @param items     for every other basis
 */
public record Provision(Instant at, Party from, String toOrganisation, @Nullable String toWorker, BasisKind basis,
    @Nullable String consentId, List<ConsentItem> items) {
  public Provision {
    items = List.copyOf(items);
  }

  /** What was told to the members of a support meeting, each of them. */
  static List<Provision> at(SupportMeeting meeting, Party by, Instant at) {
    return meeting.members().stream().filter(m -> !m.organisation().equals(by.organisation()))
        .map(m -> new Provision(at, by, m.organisation(), m.worker(), BasisKind.SUPPORT_MEETING, null, List.copyOf(meeting.items())))
        .toList();
  }
}
