package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.wiring.FollowUpParts;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.wiring.ReferralParts;

/** Those who work with the system. What they got no answer to they ask again, and sometimes what they got one to as well. */
final class Caseworkers {
  private static final Actor DESK = new Actor("org05", "org05-1");
  private final Ground ground;
  private final Truth truth;
  private final int mostCases;
  private final JourneyActs journeys;
  private final OtherActs others;
  private final Answers answers = new Answers();
  private final List<Ask> unanswered = new ArrayList<>();
  private final List<String> cases = new ArrayList<>();
  private int asked;

  Caseworkers(Ground ground, Truth truth) {
    this.ground = ground;
    this.truth = truth;
    this.mostCases = 1 + ground.lot().below(4);
    this.journeys = new JourneyActs(ground.lot());
    this.others = new OtherActs(ground.lot());
  }

  Answers answers() {
    return answers;
  }

  boolean waitsForAnswers() {
    return !unanswered.isEmpty();
  }

  void askAllAgain(Consumer<Ask> send) {
    List<Ask> all = List.copyOf(unanswered);
    unanswered.clear();
    all.forEach(send);
  }

  void unanswered(Ask ask) {
    unanswered.add(ask);
  }

  Ask next() {
    if (waitsForAnswers() && ground.lot().oneIn(3)) return unanswered.removeFirst();
    if (!answers.done().isEmpty() && ground.lot().oneIn(20)) return ground.lot().of(answers.done());
    asked++;
    if (cases.isEmpty() || cases.size() < mostCases && ground.lot().oneIn(8)) return opening();
    String caseId = ground.lot().of(cases);
    return switch (ground.lot().below(10)) {
      case 0 -> ask(Services.INTAKE, "casefile-" + caseId, caseId, others.atIntake(caseId, ground.clock().instant()), DESK);
      case 1 -> ground.lot().oneIn(4) ? report(caseId) : onJourney(caseId);
      case 2 -> onWatch(caseId);
      case 3, 4 -> truth.noticeStreams().isEmpty() ? onJourney(caseId) : onNotice(ground.lot().of(truth.noticeStreams()));
      default -> onJourney(caseId);
    };
  }

  private Ask opening() {
    String caseId = "c-" + (cases.size() + 1);
    cases.add(caseId);
    return ask(Services.INTAKE, "casefile-" + caseId, caseId, others.opening(caseId), DESK);
  }

  private Ask report(String caseId) {
    return ask(Services.INTAKE, "reports-" + caseId, caseId, others.report(caseId, ground.clock().instant()), DESK);
  }

  private Ask onJourney(String caseId) {
    var journey = ReferralParts.DECIDER.fold(truth.journey(caseId).events());
    JourneyCommand.Act act = journeys.draw(journey, Integer.toString(asked), ground.clock().instant());
    return ask(Services.REFERRAL, "journey-" + caseId, caseId, act, actor(act.by()));
  }

  private Ask onWatch(String caseId) {
    var watch = FollowUpParts.DECIDER.fold(truth.watch(caseId).events());
    WatchCommand.Act act = others.onWatch(watch, Integer.toString(asked), ground.clock().instant());
    return ask(Services.FOLLOW_UP, "watch-" + caseId, caseId, act, actor(act.by()));
  }

  private Ask onNotice(String stream) {
    var found = truth.notice(stream);
    NoticeCommand act = others.onNotice(new NoticeDecider().fold(found.events()));
    return ask(Services.NOTIFICATION, stream, found.caseId(), act, DESK);
  }

  private static Actor actor(Party by) {
    return new Actor(by.organisation(), by.worker());
  }

  private Ask ask(String service, String stream, String caseId, Object command, Actor by) {
    return new Ask(service, stream, caseId, command, by, new Cause("key-" + asked, "of-" + asked));
  }
}
