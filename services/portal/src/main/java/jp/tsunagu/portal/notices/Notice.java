package jp.tsunagu.portal.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeAcknowledged;
import jp.tsunagu.contracts.NotificationMessage.NoticeBounced;
import jp.tsunagu.contracts.NotificationMessage.NoticeClimbed;
import jp.tsunagu.contracts.NotificationMessage.NoticeDelivered;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.NotificationMessage.NoticeOvertaken;
import jp.tsunagu.contracts.NotificationMessage.NoticeRaised;
import jp.tsunagu.contracts.NotificationMessage.NoticeRead;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.runtime.inbox.Envelope;

/**
 * One notice. All its messages are in one stream, so {@link NoticeRaised} is always the first.
 *
 * @param organisation the recipient's
 * @param deadlineKey  the step it warns of, if any; acknowledging it stops the ladder
 * @param bounced      where it did not arrive last, null if it arrived
 * @param closedBy     who acknowledged it
 * @param sequence     of the last message folded in
 * @param version      of the last complete commit folded in
 */
public record Notice(String noticeId, String caseId, NoticeKind kind, String organisation, String worker, @Nullable String deadlineKey,
    Instant raisedAt, State state, @Nullable Bounce bounced, @Nullable Party closedBy, @Nullable Instant closedAt, long sequence,
    long version) {

  public enum State {
    WAITING, READ, ACKNOWLEDGED
  }

  /** @param reason a code, never an address */
  public record Bounce(Channel channel, String reason, Instant at) {}

  public static Notice raised(Envelope envelope, NoticeRaised m) {
    return new Notice(m.noticeId(), m.caseId(), m.kind(), m.recipient().organisation(), m.recipient().worker(), m.deadlineKey(),
        envelope.time(), State.WAITING, null, null, null, envelope.sequence(), envelope.complete() ? envelope.version() : 0);
  }

  /** Waits for its recipient's acknowledgement. */
  public boolean open() {
    return state != State.ACKNOWLEDGED;
  }

  public Notice after(Envelope envelope) {
    if (!(envelope.message() instanceof NotificationMessage message)) return at(envelope);
    Notice next = switch (message) {
      case NoticeRaised _ -> this;
      case NoticeDelivered m -> bounce(bounced != null && bounced.channel() == m.channel() ? null : bounced);
      case NoticeBounced m -> bounce(new Bounce(m.channel(), m.reason(), envelope.time()));
      case NoticeClimbed _ -> this; // whoever is told now has a notice of their own
      case NoticeOvertaken _ -> this; // it waits for its recipient as before
      case NoticeRead _ -> open() ? in(State.READ, null, null) : this;
      case NoticeAcknowledged m -> in(State.ACKNOWLEDGED, m.by(), envelope.time());
    };
    return next.at(envelope);
  }

  /** What a reader of the case's story wants to know of it. */
  public List<Happening> told() {
    List<Happening> told = new ArrayList<>();
    if (bounced != null) told.add(told(bounced.at(), "notification.notice-bounced", organisation, worker, bounced.reason()));
    if (closedBy != null && closedAt != null)
      told.add(told(closedAt, "notification.notice-acknowledged", closedBy.organisation(), closedBy.worker(), kind.name()));
    return told;
  }

  private static Happening told(Instant at, String type, String organisation, String worker, String code) {
    return Happening.told(at, type, organisation, worker, code);
  }

  private Notice bounce(@Nullable Bounce now) {
    return new Notice(noticeId, caseId, kind, organisation, worker, deadlineKey, raisedAt, state, now, closedBy, closedAt, sequence,
        version);
  }

  private Notice in(State now, @Nullable Party by, @Nullable Instant when) {
    return new Notice(noticeId, caseId, kind, organisation, worker, deadlineKey, raisedAt, now, bounced, by, when, sequence, version);
  }

  private Notice at(Envelope envelope) {
    return new Notice(noticeId, caseId, kind, organisation, worker, deadlineKey, raisedAt, state, bounced, closedBy, closedAt,
        envelope.sequence(), envelope.complete() ? envelope.version() : version);
  }
}
