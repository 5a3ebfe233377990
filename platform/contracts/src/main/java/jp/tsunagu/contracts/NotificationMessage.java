package jp.tsunagu.contracts;

import org.jspecify.annotations.Nullable;

/**
 * {@code tsunagu.notification}: 知らせる. Who was told what kind of thing, and
 * whether it arrived. Key: case id.
 */
public sealed interface NotificationMessage extends Message {
  String caseId();

  /**
   * @param deadlineKey
   *            the step it is about, when acknowledging it stops a ladder
   */
  @WireName("notification.notice-raised.v1")
  record NoticeRaised(String caseId, String noticeId, NoticeKind kind, Party recipient,
      @Nullable String deadlineKey) implements NotificationMessage {}

  @WireName("notification.notice-delivered.v1")
  record NoticeDelivered(String caseId, String noticeId, Channel channel) implements NotificationMessage {}

  /**
   * @param reason
   *            a code such as {@code address-refused}; never an address
   * @param deadlineKey
   *            as in {@link NoticeRaised}: that step's ladder need not wait for
   *            somebody who was not reached
   * @param recipient
   *            who that is
   */
  @WireName("notification.notice-bounced.v1")
  record NoticeBounced(String caseId, String noticeId, Channel channel, String reason, @Nullable String deadlineKey,
      @Nullable Party recipient) implements NotificationMessage {
    public NoticeBounced(String caseId, String noticeId, Channel channel, String reason) {
      this(caseId, noticeId, channel, reason, null, null);
    }
  }

  @WireName("notification.notice-read.v1")
  record NoticeRead(String caseId, String noticeId, Party by) implements NotificationMessage {}

  /**
   * @param by
   *            the recipient, or whoever the notice climbed to
   * @param via
   *            null where it was not said
   */
  @WireName("notification.notice-acknowledged.v1")
  record NoticeAcknowledged(String caseId, String noticeId, Party by, @Nullable String deadlineKey,
      @Nullable Via via) implements NotificationMessage {
    public NoticeAcknowledged(String caseId, String noticeId, Party by, @Nullable String deadlineKey) {
      this(caseId, noticeId, by, deadlineKey, null);
    }
  }

  /**
   * It did not reach its recipient, or was not read in time, so somebody else is
   * told by a notice of their own.
   */
  @WireName("notification.notice-climbed.v1")
  record NoticeClimbed(String caseId, String noticeId, FollowUpMessage.Rung rung,
      Party to) implements NotificationMessage {}

  /** The matter moved on before it was read, so nobody else is told of it. */
  @WireName("notification.notice-overtaken.v1")
  record NoticeOvertaken(String caseId, String noticeId) implements NotificationMessage {}

  enum Channel {
    IN_APP, EMAIL, WEBHOOK
  }

  /** DESK: after logging in. LINK: by the link in a letter, without. */
  enum Via {
    DESK, LINK
  }

  enum NoticeKind {
    REFERRAL_PROPOSED, REFERRAL_ACCEPTED, REFERRAL_DECLINED, QUESTION_ASKED, QUESTION_ANSWERED, REFERRAL_WAITLISTED, REFERRAL_WITHDRAWN, RETURN_PROPOSED, RETURN_ACCEPTED, RETURN_REFUSED, CONNECTED, NOT_REACHED, COMPLETED, ASSIGNED, SECRETARIAT_ASKED, DEADLINE_PASSED, CONSENT_WITHDRAWN, GLASS_BROKEN, INTERPRETER_NEEDED, VISIT_PLANNED, VISIT_CANCELLED, HIDDEN_ADDRESS_ATTEMPTED, CONNECTION_REQUESTED, CONNECTION_PROPOSED, CONNECTION_REFUSED, LINK_CHANGED, MEETING_HELD, NOTICE_UNREAD, GAP_FOUND, MESSAGE_PARKED
  }
}
