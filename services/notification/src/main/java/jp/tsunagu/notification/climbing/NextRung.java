package jp.tsunagu.notification.climbing;

import java.time.Instant;
import java.util.Optional;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.About;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.notification.raising.RaisingSettings;
import jp.tsunagu.notification.telling.CaseMemory;
import jp.tsunagu.notification.telling.Memories;
import jp.tsunagu.notification.telling.People;

/**
 * What becomes of one unread notice whose time is up: somebody acknowledged it in its recipient's place, the matter moved, or the
 * next one above is told. They are told first and it is written down then; a crash in between tells nobody twice.
 */
@Component
class NextRung {
  private static final Actor SELF = Actor.service("notification");

  private final CommandHandler<NoticeCommand, NoticeEvent, Notice> notices;
  private final RaiseNotices raising;
  private final RaisingSettings settings;
  private final Memories memories;
  private final People people;
  private final ClimbMeters meters;

  NextRung(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, RaiseNotices raising, RaisingSettings settings, Memories memories,
      People people, ClimbMeters meters) {
    this.notices = notices;
    this.raising = raising;
    this.settings = settings;
    this.memories = memories;
    this.people = people;
    this.meters = meters;
  }

  void climb(String stream, String caseId, Instant now) {
    if (!(notices.current(stream).state() instanceof Notice.Told told) || told.climbsAt().filter(at -> !at.isAfter(now)).isEmpty()) return;
    CaseMemory memory = memories.of(caseId);
    Step step = step(stream, told, memory);
    if (raising.raised(step.cause(), step.to().who())) { // told, but a crash came before it was written down
      up(stream, caseId, told, step, now);
      return;
    }
    Optional<Party> seenTo = acknowledgedBy(told);
    if (seenTo.isPresent()) handle(stream, caseId, new NoticeCommand.StandIn(seenTo.get()), "stood-in", now);
    else
      if (memory.movedBy(told.about().recipient().organisation(), told.about().raisedAt()))
        handle(stream, caseId, new NoticeCommand.Overtake(), "overtaken", now);
      else
        up(stream, caseId, told, step, now);
  }

  /** The next one, if it comes to that. */
  private record Step(int number, Rungs.Standing to, String cause) {}

  private Step step(String stream, Notice.Told told, CaseMemory memory) {
    int number = told.ladder().steps() + 1;
    var rungs = Rungs.over(told.about().recipient(), people, who -> !memory.bars(who));
    var to = rungs.next(told.ladder().steps()).orElseThrow(() -> new IllegalStateException("nobody may be told"));
    return new Step(number, to, stream + " climbs " + number);
  }

  private Optional<Party> acknowledgedBy(Notice.Told told) {
    String noticeId = told.ladder().noticeId();
    if (noticeId == null || !(notices.current(Notice.stream(noticeId)).state() instanceof Notice.Told theirs) || !theirs.acknowledged())
      return Optional.empty();
    return Optional.of(theirs.about().recipient());
  }

  private void up(String stream, String caseId, Notice.Told told, Step step, Instant now) {
    Party who = step.to().who();
    var about = new About(NoticeKind.NOTICE_UNREAD, who, null, now, told.about().urgent() ? Urgency.URGENT : null);
    String noticeId = raising.raise(step.cause(), caseId, about);
    handle(stream, caseId, new NoticeCommand.Climb(step.number(), step.to().rung(), who, noticeId, settings.climbAt(told.about(), now)),
        step.cause(), now);
    meters.climbed(step.to().rung());
  }

  private void handle(String stream, String caseId, NoticeCommand command, String cause, Instant now) {
    notices.handle(stream, caseId, command, now, SELF, Cause.message(cause), null);
  }
}
