package jp.tsunagu.notification;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/** What a notice asks of its recipient, by its kind: the one table for what may wait until the morning and for what climbs unread. */
public enum Weight {
  /** Goes out at any hour, and climbs within hours. */
  PRESSING(true, true),
  /** Goes out at any hour; the date it tells of has a ladder of its own in follow-up. */
  ON_A_LADDER(true, false),
  /** Somebody waits for an answer or an act. */
  WAITED_FOR(false, true),
  /** Good to know. */
  INFORMATION(false, false);

  private final boolean atAnyHour;
  private final boolean climbs;

  Weight(boolean atAnyHour, boolean climbs) {
    this.atAnyHour = atAnyHour;
    this.climbs = climbs;
  }

  public boolean atAnyHour() {
    return atAnyHour;
  }

  public boolean climbs() {
    return climbs;
  }

  public static Weight of(NoticeKind kind) {
    return switch (kind) {
      case CONSENT_WITHDRAWN, HIDDEN_ADDRESS_ATTEMPTED, SECRETARIAT_ASKED, GAP_FOUND, MESSAGE_PARKED -> PRESSING;
      case DEADLINE_PASSED -> ON_A_LADDER;
      case REFERRAL_PROPOSED, REFERRAL_DECLINED, QUESTION_ASKED, RETURN_PROPOSED, RETURN_REFUSED, NOT_REACHED -> WAITED_FOR;
      case INTERPRETER_NEEDED, GLASS_BROKEN, CONNECTION_REQUESTED, CONNECTION_PROPOSED -> WAITED_FOR;
      case REFERRAL_ACCEPTED, QUESTION_ANSWERED, REFERRAL_WAITLISTED, REFERRAL_WITHDRAWN, RETURN_ACCEPTED -> INFORMATION;
      case VISIT_PLANNED, VISIT_CANCELLED -> INFORMATION; // what is owed is owed as before
      case CONNECTED, COMPLETED, CONNECTION_REFUSED, LINK_CHANGED, MEETING_HELD -> INFORMATION;
      case ASSIGNED -> INFORMATION; // to whoever accepted too; the dates that come with it have their ladders
      case NOTICE_UNREAD -> INFORMATION; // the notice it tells of climbs on
    };
  }
}
