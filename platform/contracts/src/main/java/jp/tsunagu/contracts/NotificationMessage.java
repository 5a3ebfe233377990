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
   */
  @WireName("notification.notice-bounced.v1")
  record NoticeBounced(String caseId, String noticeId, Channel channel,
      String reason) implements NotificationMessage {}

  @WireName("notification.notice-read.v1")
  record NoticeRead(String caseId, String noticeId, Party by) implements NotificationMessage {}

  @WireName("notification.notice-acknowledged.v1")
  record NoticeAcknowledged(String caseId, String noticeId, Party by,
      @Nullable String deadlineKey) implements NotificationMessage {}

  enum Channel {
    IN_APP, EMAIL
  }

  enum NoticeKind {
    REFERRAL_PROPOSED, REFERRAL_ACCEPTED, REFERRAL_DECLINED, QUESTION_ASKED, QUESTION_ANSWERED, REFERRAL_WAITLISTED, REFERRAL_WITHDRAWN, RETURN_PROPOSED, RETURN_ACCEPTED, RETURN_REFUSED, CONNECTED, NOT_REACHED, COMPLETED, ASSIGNED, SECRETARIAT_ASKED, DEADLINE_PASSED, CONSENT_WITHDRAWN, GLASS_BROKEN, INTERPRETER_NEEDED, HIDDEN_ADDRESS_ATTEMPTED, CONNECTION_REQUESTED, CONNECTION_PROPOSED, CONNECTION_REFUSED, LINK_CHANGED, MEETING_HELD
  }
}
