package jp.tsunagu.contracts;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * For whom a case exists: its holder, everyone with a referral on it, and the members of its support meetings; but not for a
 * worker who is barred from it. Every service that answers for a case folds the same messages, so that all of them draw the
 * same line.
 *
 * @param organisations
 *            all that ever held the case or had a referral on it, in order of
 *            appearance
 * @param barred
 *            worker ids
 * @param meetings
 *            support meetings that go on
 */
public record CaseParties(@Nullable Party holder, List<String> organisations, List<String> barred, List<Meeting> meetings) {
  /** @param members worker ids */
  public record Meeting(String meetingId, List<String> members) {
    public Meeting {
      members = List.copyOf(members);
    }
  }

  @SuppressWarnings("NullAway") // as older documents and messages have it
  public CaseParties {
    organisations = List.copyOf(organisations);
    barred = barred == null ? List.of() : List.copyOf(barred);
    meetings = meetings == null ? List.of() : List.copyOf(meetings);
  }

  public static CaseParties of(@Nullable Party holder, List<String> organisations) {
    return new CaseParties(holder, organisations, List.of(), List.of());
  }

  public static CaseParties none() {
    return of(null, List.of());
  }

  public boolean include(String organisation) {
    return organisations.contains(organisation);
  }

  /** Whether the case exists for this worker. */
  public boolean admit(String organisation, String worker) {
    return !barred.contains(worker) && (include(organisation) || meets(worker));
  }

  /** Whether this worker is a member of a support meeting that goes on. */
  public boolean meets(String worker) {
    return meetings.stream().anyMatch(m -> m.members().contains(worker));
  }

  public CaseParties after(Message message) {
    return switch (message) {
      // Another topic than the journey's: it may arrive after custody has already moved on.
      case IntakeMessage.CaseOpened m -> holder == null ? heldBy(m.holder()) : joinedBy(m.holder().organisation());
      case IntakeMessage.SupportMeetingHeld m -> meeting(m.meetingId(), m.members().stream().map(Party::worker).toList());
      case IntakeMessage.SupportMeetingEnded m -> meeting(m.meetingId(), List.of());
      case IntakeMessage.WorkerBarred m -> barring(m.worker().worker());
      case IntakeMessage.BarLifted m -> admitting(m.worker().worker());
      case ReferralMessage.JourneyOpened m -> heldBy(m.holder());
      case ReferralMessage.CaseReopened m -> heldBy(m.holder());
      case ReferralMessage.CustodyMoved m -> heldBy(m.to());
      case ReferralMessage.Proposed m -> joinedBy(m.toOrganisation());
      default -> this;
    };
  }

  public CaseParties heldBy(Party by) {
    return new CaseParties(by, plus(organisations, by.organisation()), barred, meetings);
  }

  public CaseParties joinedBy(String organisation) {
    return new CaseParties(holder, plus(organisations, organisation), barred, meetings);
  }

  public CaseParties barring(String worker) {
    return new CaseParties(holder, organisations, plus(barred, worker), meetings);
  }

  public CaseParties admitting(String worker) {
    return new CaseParties(holder, organisations, barred.stream().filter(w -> !w.equals(worker)).toList(), meetings);
  }

  /** @param members nobody when it ended */
  private CaseParties meeting(String id, List<String> members) {
    var others = new ArrayList<>(meetings.stream().filter(m -> !m.meetingId().equals(id)).toList());
    if (!members.isEmpty()) others.add(new Meeting(id, members));
    return new CaseParties(holder, organisations, barred, others);
  }

  private static List<String> plus(List<String> list, String one) {
    if (list.contains(one)) return list;
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
