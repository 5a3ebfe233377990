package jp.tsunagu.notification.door;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** Who there is, and what they do to each other. */
final class Council {
  static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
  static final Party REFERRER = new Party("org01", "org01-1");

  private Council() {}

  static List<DirectoryMessage.Organisation> members() {
    return List.of(member("org01"), member("org05"), member("city"));
  }

  private static DirectoryMessage.Organisation member(String id) {
    var workers = new ArrayList<>(List.of(worker(id, id + "-1", WorkerRole.CASEWORKER, id + "-2"),
        worker(id, id + "-2", WorkerRole.CASEWORKER, null), worker(id, id + "-m", WorkerRole.MANAGER, null)));
    boolean city = id.equals("city");
    if (city) workers.add(worker(id, "secretariat", WorkerRole.SECRETARIAT, null));
    if (city) workers.add(worker(id, "admin", WorkerRole.ADMINISTRATOR, null));
    return new DirectoryMessage.Organisation(id, id, true, true, city, List.of(), workers);
  }

  private static DirectoryMessage.Worker worker(String organisation, String id, WorkerRole role, @Nullable String deputy) {
    return new DirectoryMessage.Worker(id, organisation, Set.of(role), null, deputy, null, WorkerState.ACTIVE);
  }

  static String newCase() {
    return "c-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** @param worker of org05, asked by name; null when org05 as a whole is asked */
  static Message proposed(String caseId, @Nullable String worker) {
    return new ReferralMessage.Proposed(caseId, "r-1", REFERRER, "org05", worker, "p-1", Worry.TROUBLE_AT_WORK, Urgency.NORMAL,
        BasisKind.CONSENT, NOW.plus(Duration.ofDays(3)), null, null, null);
  }

  static Message answered(String caseId) {
    return new ReferralMessage.InformationGiven(caseId, "r-1", REFERRER);
  }

  static Message withdrawn(String caseId) {
    return new ReferralMessage.Withdrawn(caseId, "r-1", REFERRER);
  }
}
