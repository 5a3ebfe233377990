package jp.tsunagu.notification.channel;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/**
 * What goes out: that there is something of this kind to look at. Nothing of the case.
 *
 * @param to a worker id
 */
public record Letter(String noticeId, NoticeKind kind, String to) {}
