package jp.tsunagu.notification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;

/**
 * What a notice says, and to whom.
 *
 * @param deadlineKey the step it is about, when acknowledging it stops a ladder
 */
public record About(NoticeKind kind, Party recipient, @Nullable String deadlineKey, Instant raisedAt) {}
