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
 * @param faces
 *            who stands for their organisation: whoever holds or held the case, was asked by name or took a referral on, by what
 *            they do; a whole organisation where it was asked without a name
 */
public record CaseParties(@Nullable Party holder, List<String> organisations, List<String> barred, List<Meeting> meetings,
    List<Face> faces) {
  /** @param members worker ids */
  public record Meeting(String meetingId, List<String> members) {
    public Meeting {
      members = List.copyOf(members);
    }
  }

  /**
   * @param as     what they do in the case, e.g. {@code holder:org05}, {@code receiver:r-1}
   * @param worker null while the organisation as a whole is asked
   */
  public record Face(String as, String organisation, @Nullable String worker) {
    static Face of(String as, Party by) {
      return new Face(as, by.organisation(), by.worker());
    }

    boolean concerns(Party who, Teams teams) {
      return organisation.equals(who.organisation()) && (worker == null || teams.together(who, new Party(organisation, worker)));
    }

    boolean is(@Nullable Party party) {
      return party != null && party.organisation().equals(organisation) && party.worker().equals(worker);
    }
  }

  @SuppressWarnings("NullAway") // as older documents and messages have it
  public CaseParties {
    organisations = List.copyOf(organisations);
    barred = barred == null ? List.of() : List.copyOf(barred);
    meetings = meetings == null ? List.of() : List.copyOf(meetings);
    faces = faces == null ? first(holder) : List.copyOf(faces);
  }

  public static CaseParties of(@Nullable Party holder, List<String> organisations) {
    return new CaseParties(holder, organisations, List.of(), List.of(),
        first(holder));
  }

  public static CaseParties none() {
    return of(null, List.of());
  }

  public boolean include(String organisation) {
    return organisations.contains(organisation);
  }

  /** Whether the case exists for this worker. */
  public boolean admit(Party who, Teams teams) {
    return !barred.contains(who.worker()) && (include(who.organisation()) && concern(who, teams) || meets(who.worker()));
  }

  /**
   * Whether what their organisation has to do with the case is this worker's business: their team stands for it, or nobody by name
   * does. Where an organisation has no units it is one team.
   */
  public boolean concern(Party who, Teams teams) {
    List<Face> own = faces.stream().filter(face -> face.organisation().equals(who.organisation())).toList();
    return own.isEmpty() || own.stream().anyMatch(face -> face.concerns(who, teams));
  }

  /** Whether this worker is a member of a support meeting that goes on. */
  public boolean meets(String worker) {
    return meetings.stream().anyMatch(m -> m.members().contains(worker));
  }

  public CaseParties after(Message message) {
    return switch (message) {
      // Another topic than the journey's: it may arrive after custody has already moved on.
      case IntakeMessage.CaseOpened m ->
        holder == null ? heldBy(m.holder()) : joinedBy(m.holder().organisation()).facedFirst(Face.of(holding(m.holder()), m.holder()));
      case IntakeMessage.SupportMeetingHeld m -> meeting(m.meetingId(), m.members().stream().map(Party::worker).toList());
      case IntakeMessage.SupportMeetingEnded m -> meeting(m.meetingId(), List.of());
      case IntakeMessage.WorkerBarred m -> barring(m.worker().worker());
      case IntakeMessage.BarLifted m -> admitting(m.worker().worker());
      case ReferralMessage.JourneyOpened m -> heldBy(m.holder());
      case ReferralMessage.CaseReopened m -> heldBy(m.holder());
      case ReferralMessage.CustodyMoved m -> heldBy(m.to());
      case ReferralMessage.Proposed m -> asked(m.toOrganisation(), m.referralId(), m.toWorker());
      case ReferralMessage.Accepted m -> takenOn(m.referralId(), m.to());
      case ReferralMessage.ReceiverReassigned m -> takenOn(m.referralId(), m.to());
      case ReferralMessage.ReferrerReassigned m -> referredBy(m.referralId(), m.to());
      default -> this;
    };
  }

  public CaseParties heldBy(Party by) {
    List<Face> now = faces.stream()
        .map(face -> face.is(holder) && by.organisation().equals(face.organisation()) ? Face.of(face.as(), by) : face)
        .toList(); // whoever takes a colleague's place takes it in everything
    return new CaseParties(by, plus(organisations, by.organisation()), barred, meetings, now).faced(Face.of(holding(by), by));
  }

  public CaseParties joinedBy(String organisation) {
    return new CaseParties(holder, plus(organisations, organisation), barred, meetings, faces);
  }

  /** @param worker null when the organisation is asked */
  public CaseParties asked(String organisation, String referralId, @Nullable String worker) {
    return joinedBy(organisation).faced(new Face(receiving(referralId), organisation, worker));
  }

  public CaseParties takenOn(String referralId, Party by) {
    return faced(Face.of(receiving(referralId), by));
  }

  public CaseParties referredBy(String referralId, Party by) {
    return faced(Face.of("referrer:" + referralId, by));
  }

  private CaseParties faced(Face one) {
    var more = new ArrayList<>(faces.stream().filter(face -> !face.as().equals(one.as())).toList());
    more.add(one);
    return new CaseParties(holder, organisations, barred, meetings, more);
  }

  /** What came later on another topic stands. */
  private CaseParties facedFirst(Face one) {
    return faces.stream().anyMatch(face -> face.as().equals(one.as())) ? this : faced(one);
  }

  private static String receiving(String referralId) {
    return "receiver:" + referralId;
  }

  /** As documents from before there were faces are read. */
  private static List<Face> first(@Nullable Party holder) {
    return holder == null ? List.of() : List.of(Face.of(holding(holder), holder));
  }

  /** One per organisation: a colleague who takes over takes the place. */
  private static String holding(Party by) {
    return "holder:" + by.organisation();
  }

  public CaseParties barring(String worker) {
    return new CaseParties(holder, organisations, plus(barred, worker), meetings, faces);
  }

  public CaseParties admitting(String worker) {
    return new CaseParties(holder, organisations, barred.stream().filter(w -> !w.equals(worker)).toList(), meetings, faces);
  }

  /** @param members nobody when it ended */
  private CaseParties meeting(String id, List<String> members) {
    var others = new ArrayList<>(meetings.stream().filter(m -> !m.meetingId().equals(id)).toList());
    if (!members.isEmpty()) others.add(new Meeting(id, members));
    return new CaseParties(holder, organisations, barred, others, faces);
  }

  private static List<String> plus(List<String> list, String one) {
    if (list.contains(one)) return list;
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
