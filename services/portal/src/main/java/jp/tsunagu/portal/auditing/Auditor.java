package jp.tsunagu.portal.auditing;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round after the other. What fails in one is tried again in the next, and holds up nothing else. */
public final class Auditor {
  /** Everybody who publishes something. */
  public static final List<String> SERVICES = List.of("intake", "referral", "follow-up", "notification", "directory");
  private static final Logger log = LoggerFactory.getLogger(Auditor.class);

  private final StreamAudit streams;
  private final CaseAudit cases;
  private final Alarm alarm;

  public Auditor(StreamAudit streams, CaseAudit cases, Alarm alarm) {
    this.streams = streams;
    this.cases = cases;
    this.alarm = alarm;
  }

  public void round() {
    for (String service : SERVICES) guarded("the journals of " + service, () -> streams.slice(service));
    guarded("the ledgers", cases::slice);
    guarded("telling of gaps", alarm::ofGaps);
    guarded("telling of what is parked", alarm::ofParked);
  }

  private static void guarded(String what, Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      log.warn("the audit could not finish {} and will try again ({})", what, e.getClass().getSimpleName());
    }
  }
}
