package jp.tsunagu.systemtests.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.followup.inbox.FollowUpReactions;
import jp.tsunagu.runtime.inbox.Envelope;

/** What is missing, what is there twice, what came in the wrong order: of one case. */
final class Survey {
  /** A date that came just now may be on its way. */
  private static final Duration JUST_NOW = Duration.ofSeconds(30);
  private final CaseTold told;
  private final List<String> findings = new ArrayList<>();

  private Survey(CaseTold told) {
    this.told = told;
  }

  /** @param acknowledged of this case */
  static List<String> findings(CaseTold told, List<Logbook.Line> acknowledged) {
    var survey = new Survey(told);
    told.streams().forEach(survey::unbroken);
    acknowledged.forEach(survey::kept);
    survey.followed();
    survey.watched();
    survey.heard();
    survey.noticed();
    survey.readable();
    return survey.findings;
  }

  private void unless(boolean fine, String what) {
    if (!fine) findings.add(told.caseId() + ": " + what);
  }

  private void unbroken(String stream, List<Envelope> messages) {
    for (int i = 0; i < messages.size(); i++)
      unless(messages.get(i).sequence() == i + 1, stream + " has " + messages.get(i).id() + " in the place of number " + (i + 1));
    unless(messages.stream().map(Envelope::id).distinct().count() == messages.size(), stream + " has something twice");
    unless(messages.isEmpty() || messages.getLast().complete(), stream + " ends in the middle of a commit");
    Long head = told.heads().get(stream);
    unless(head == null || !messages.isEmpty() && messages.getLast().version() == head, stream + " is told up to less than " + head);
  }

  /** An acknowledged command is in its journal exactly once. */
  private void kept(Logbook.Line line) {
    long there = switch (line.what()) {
      case "cases" -> count("casefile", m -> m instanceof IntakeMessage.CaseOpened);
      case "consents" ->
        count("casefile", m -> m instanceof IntakeMessage.ConsentGiven c && c.consentId().equals(line.id()));
      case "referrals" -> count("journey", m -> m instanceof ReferralMessage.Proposed p && p.referralId().equals(line.id()));
      case "acceptance" -> count("journey", m -> m instanceof ReferralMessage.Accepted a && a.referralId().equals(line.id()));
      case "first-contact" -> count("journey", m -> m instanceof ReferralMessage.Connected c && c.referralId().equals(line.id()));
      default -> throw new IllegalArgumentException(line.what());
    };
    unless(there == 1, "acknowledged and " + there + " times there: " + line);
  }

  private long count(String kind, Predicate<Message> which) {
    return told.of(kind).stream().map(Envelope::message).filter(which).count();
  }

  /** The watch is through everything of the journey that concerns it. */
  private void followed() {
    long due = told.of("journey").stream().filter(e -> e.message() instanceof ReferralMessage m && FollowUpReactions.news(m).isPresent())
        .mapToLong(Envelope::sequence).max().orElse(0);
    long reached = told.of("watch").stream().mapToLong(e -> e.message() instanceof FollowUpMessage.JourneyFollowed m ? m.sequence() : 0)
        .max()
        .orElse(0);
    unless(due == reached, "the watch followed the journey up to " + reached + " and not up to " + due);
  }

  /** What the journey says is owed last is what the watch has armed. */
  private void watched() {
    List<Step> owed = told.of("journey").stream().map(Envelope::message).filter(ReferralMessage.StepsPlanned.class::isInstance)
        .map(m -> ((ReferralMessage.StepsPlanned) m).steps()).reduce(List.of(), (_, later) -> later);
    Map<String, Step> armed = new TreeMap<>();
    for (Envelope envelope : told.of("watch")) {
      if (envelope.message() instanceof FollowUpMessage.DeadlineArmed a) armed.put(a.step().key(), a.step());
      if (envelope.message() instanceof FollowUpMessage.DeadlineSettled s) armed.remove(s.key());
    }
    armed.values().removeIf(step -> step.what() == StepKind.CHECK_IN);
    unless(Set.copyOf(owed).equals(Set.copyOf(armed.values())), "owed are " + owed + " and armed are " + armed.values());
  }

  /** No date that came was missed, and none that passed stopped climbing. */
  private void heard() {
    Map<String, Instant> next = new TreeMap<>();
    Set<String> passed = new HashSet<>();
    for (Envelope envelope : told.of("watch")) switch (envelope.message()) {
      case FollowUpMessage.DeadlineArmed m -> next.put(m.step().key(), m.step().dueAt());
      case FollowUpMessage.DeadlinePassed m ->
        unless(passed.add(m.step().key() + m.step().dueAt() + m.step().worker()), m.step().key() + " passed twice");
      case FollowUpMessage.DeadlineEscalated m -> next.put(m.step().key(), m.nextRungAt());
      case FollowUpMessage.DeadlineSettled m -> next.remove(m.key());
      case FollowUpMessage.DeadlineAcknowledged m -> next.remove(m.key());
      default -> {}
    }
    next.forEach((key, at) -> unless(at.isAfter(told.at().minus(JUST_NOW)), key + " was due at " + at + " and nobody heard"));
  }

  /** Everybody who had to be told has one notice of it, and nobody has any other than what the audit told of a gap it saw. */
  private void noticed() {
    Set<String> due = new TreeSet<>();
    told.streams().forEach((stream, messages) -> {
      if (messages.stream().anyMatch(e -> e.message() instanceof NotificationMessage.NoticeRaised m && m.kind() == NoticeKind.GAP_FOUND))
        due.add(stream);
    });
    told.streams().forEach((stream, messages) -> due.addAll(Archive.due(stream, messages)));
    Set<String> there = told.streams().keySet().stream().filter(s -> s.startsWith("notice-"))
        .collect(Collectors.toCollection(TreeSet::new));
    for (String notice : there) {
      List<Envelope> messages = told.streams().getOrDefault(notice, List.of());
      long raised = messages.stream().filter(e -> e.message() instanceof NotificationMessage.NoticeRaised).count();
      long delivered = messages.stream().filter(e -> e.message() instanceof NotificationMessage.NoticeDelivered d
          && d.channel() == NotificationMessage.Channel.IN_APP).count();
      unless(raised == 1 && delivered == 1, notice + " was raised " + raised + " and delivered " + delivered + " times");
    }
    unless(due.equals(there), "nobody has " + without(due, there) + ", and nothing led to " + without(there, due));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> rest = new TreeSet<>(some);
    rest.removeAll(others);
    return rest;
  }

  /** The ledger is through every stream and tells every act once. */
  private void readable() {
    for (String kind : List.of("casefile", "journey", "watch")) {
      long last = told.of(kind).isEmpty() ? 0 : told.of(kind).getLast().version();
      unless(told.ledger().path("versions").path(kind + "-" + told.caseId()).asLong(0) == last, "the ledger is not through the " + kind);
    }
    for (String type : List.of("intake.case-opened", "referral.proposed", "referral.accepted", "referral.connected")) {
      long happened = told.streams().values().stream().flatMap(List::stream).filter(e -> name(e).equals(type)).count();
      long line = told.ledger().path("timeline").valueStream().filter(h -> h.path("type").asString("").equals(type)).count();
      unless(happened == line, type + " happened " + happened + " times and is told " + line + " times");
    }
  }

  private static String name(Envelope envelope) {
    return MessageTypes.nameOf(envelope.message().getClass()).replaceFirst("\\.v\\d+$", "");
  }
}
