package jp.tsunagu.portal.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.runtime.inbox.Envelope;

/** What the services of one case publish, commit by commit, with the numbers a real journal would give. */
public final class CaseStory {
  public static final Instant START = Instant.parse("2026-04-01T01:00:00Z");
  public static final Party YELL = new Party("org05", "org05-1");
  public static final Party COUNSELLOR = new Party("org06", "org06-1");

  private final String caseId;
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final List<Envelope> told = new ArrayList<>();
  private Instant now = START;

  public CaseStory(String caseId) {
    this.caseId = caseId;
  }

  public String caseId() {
    return caseId;
  }

  public Instant now() {
    return now;
  }

  public CaseStory after(Duration passed) {
    now = now.plus(passed);
    return this;
  }

  /** One commit of the service all these messages belong to. */
  public CaseStory commit(Message... messages) {
    String stream = stream(messages[0]);
    long version = versions.merge(stream, 1L, Long::sum);
    for (int i = 0; i < messages.length; i++) {
      long sequence = sequences.merge(stream, 1L, Long::sum);
      told.add(new Envelope(stream + "/" + version + "/" + i, service(messages[0]), stream, version, sequence, i == messages.length - 1,
          caseId, now, messages[i]));
    }
    return this;
  }

  public List<Envelope> envelopes() {
    return List.copyOf(told);
  }

  public Ledger ledger() {
    return fold(told);
  }

  public static Ledger fold(List<Envelope> envelopes) {
    Ledger ledger = Ledger.of(envelopes.getFirst().caseId());
    for (Envelope envelope : envelopes) ledger = ledger.after(envelope);
    return ledger;
  }

  public Step step(String key, StepKind what, Party owner, Duration in) {
    int colon = key.indexOf(':');
    return new Step(key, what, owner.organisation(), owner.worker(), now.plus(in), colon < 0 ? null : key.substring(colon + 1), null);
  }

  private String stream(Message message) {
    return switch (message) {
      case IntakeMessage.AbuseReported _,IntakeMessage.AbuseReportReceived _ -> "reports-" + caseId;
      case IntakeMessage _ -> "casefile-" + caseId;
      case ReferralMessage _ -> "journey-" + caseId;
      case FollowUpMessage _ -> "watch-" + caseId;
      case NotificationMessage m -> "notice-" + switch (m) {
        case NotificationMessage.NoticeRaised n -> n.noticeId();
        case NotificationMessage.NoticeDelivered n -> n.noticeId();
        case NotificationMessage.NoticeBounced n -> n.noticeId();
        case NotificationMessage.NoticeRead n -> n.noticeId();
        case NotificationMessage.NoticeAcknowledged n -> n.noticeId();
        case NotificationMessage.NoticeClimbed n -> n.noticeId();
        case NotificationMessage.NoticeOvertaken n -> n.noticeId();
      };
      default -> throw new IllegalArgumentException("not about a case: " + message);
    };
  }

  private static String service(Message message) {
    return switch (message) {
      case IntakeMessage _ -> "intake";
      case ReferralMessage _ -> "referral";
      case FollowUpMessage _ -> "follow-up";
      case NotificationMessage _ -> "notification";
      default -> "directory";
    };
  }
}
