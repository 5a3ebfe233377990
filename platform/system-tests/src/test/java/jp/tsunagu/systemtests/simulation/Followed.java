package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.followup.inbox.FollowUpReactions;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.outbox.JourneyOutbox;
import jp.tsunagu.runtime.inbox.Envelope;

/** Every message had its effect on the watch of its case: the journey's in their order, alone or several at once. */
final class Followed {
  private final Stream<WatchEvent> watch;
  private final Effects<WatchCommand, WatchEvent, Watch> effects;
  private final Findings findings;

  private Followed(Stream<WatchEvent> watch, Evidence evidence, Findings findings) {
    this.watch = watch;
    this.effects = new Effects<>(FollowUpParts.DECIDER, watch, evidence.at(), findings);
    this.findings = findings;
  }

  static void check(Evidence evidence, Published published, Findings findings) {
    for (String caseId : published.byCase().keySet()) {
      Stream<WatchEvent> watch = evidence.watches().get("watch-" + caseId);
      if (watch == null) {
        findings.unless(published.of(caseId, "journey-" + caseId).isEmpty(), caseId + " is not watched");
        continue;
      }
      var followed = new Followed(watch, evidence, findings);
      followed.journey(published.of(caseId, "journey-" + caseId));
      published.byCase().getOrDefault(caseId, Map.of()).forEach((stream, messages) -> {
        if (!stream.startsWith("journey-")) followed.effects.of(messages, (message, _) -> command(message));
      });
      Stream<JourneyEvent> journey = evidence.journeys().getOrDefault("journey-" + caseId, Stream.empty("journey-" + caseId, caseId));
      findings.unless(FollowUpParts.DECIDER.fold(watch.events()).circle().parties().organisations()
          .equals(JourneyOutbox.parties(journey).organisations()), watch.id() + " draws another circle than its journey");
    }
  }

  /** What came before a commit that the journey caused, and was not followed yet, was followed by it. */
  private void journey(List<Envelope> messages) {
    int followed = 0;
    for (int i = 0; i < watch.commits().size(); i++) {
      int cause = indexOf(messages, watch.commits().get(i).cause().id());
      if (cause < 0) continue;
      findings.unless(cause >= followed, watch.id() + " followed " + messages.get(cause).id() + " twice or late");
      List<WatchEvent> due = decided(messages.subList(Math.min(followed, cause + 1), cause + 1), i);
      findings.unless(due.equals(watch.commits().get(i).events()),
          watch.id() + " followed up to " + messages.get(cause).id() + " to another end than it leads to");
      followed = Math.max(followed, cause + 1);
    }
    findings.unless(decided(messages.subList(followed, messages.size()), watch.commits().size()).isEmpty(),
        watch.id() + " did not follow its journey to the end");
  }

  private static int indexOf(List<Envelope> messages, String id) {
    for (int i = 0; i < messages.size(); i++) if (messages.get(i).id().equals(id)) return i;
    return -1;
  }

  private List<WatchEvent> decided(List<Envelope> messages, int commit) {
    List<WatchCommand.Follow> news = messages.stream().flatMap(e -> FollowUpReactions.news((ReferralMessage) e.message())
        .map(n -> new WatchCommand.Follow(e.sequence(), n)).stream()).toList();
    return FollowUpParts.DECIDER.decide(new WatchCommand.FollowAll(news), effects
        .before(commit)) instanceof Decision.Accepted<WatchEvent>(List<WatchEvent> events) ? events : List.of();
  }

  private static Optional<WatchCommand> command(Envelope envelope) {
    return switch (envelope.message()) {
      case NotificationMessage.NoticeAcknowledged m when m.deadlineKey() != null ->
        Optional.of(new WatchCommand.Acknowledge(m.deadlineKey(), m.by(), envelope.time()));
      case IntakeMessage.AbuseReported m -> Optional.of(new WatchCommand.ExpectReceipt(m.reportId(), m.by(), m.reportedAt()));
      case IntakeMessage.AbuseReportReceived m -> Optional.of(new WatchCommand.ReceiptConfirmed(m.reportId()));
      default -> Optional.empty();
    };
  }
}
