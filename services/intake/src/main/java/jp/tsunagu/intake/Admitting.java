package jp.tsunagu.intake;

import java.time.Duration;
import java.util.Optional;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.journal.Refusal;

/** Whom the holder lets in or keeps out one by one, and who breaks the glass. */
final class Admitting {
  /** A proposal: long enough to act, too short to get used to. */
  static final Duration LOOK = Duration.ofHours(1);

  private Admitting() {}

  static Decision<CaseFileEvent> hold(CaseFileCommand.HoldMeeting c, CaseFile.Opened file) {
    SupportMeeting meeting = c.meeting();
    if (meeting.heldOn().isAfter(Japan.today(c.at())))
      return Decision.refuse(Refusal.invalid("heldOn", "in-the-future", "a meeting has been held, today at the latest"));
    if (meeting.heldOn().isBefore(Japan.today(c.at()).minus(Consenting.OLDEST)))
      return Decision.refuse(Refusal.invalid("heldOn", "too-long-ago", "not longer ago than " + Consenting.OLDEST.getYears() + " years"));
    for (int i = 0; i < meeting.members().size(); i++)
      if (c.strangers().contains(meeting.members().get(i)))
        return Decision.refuse(Refusal.invalid("members[" + i + "]", "unknown-worker", "a worker who takes part"));
    for (int i = 0; i < meeting.members().size(); i++)
      if (file.admissions().barred(meeting.members().get(i)))
        return Decision.refuse(Refusal.invalid("members[" + i + "]", "barred-worker", "nobody who is barred from this case"));
    return Decision.accept(new CaseFileEvent.SupportMeetingHeld(meeting, c.by(), c.at()));
  }

  static Decision<CaseFileEvent> end(CaseFileCommand.EndMeeting c, CaseFile.Opened file) {
    boolean goesOn = file.admissions().meetings().stream().anyMatch(m -> m.meetingId().equals(c.meetingId()));
    return goesOn
        ? Decision.accept(new CaseFileEvent.SupportMeetingEnded(c.meetingId(), c.by(), c.at()))
        : Decision.refuse(Refusal.unknown("unknown-meeting", "no such support meeting goes on"));
  }

  static Decision<CaseFileEvent> bar(CaseFileCommand.BarWorker c, CaseFile.Opened file) {
    Party worker = c.bar().worker();
    if (!c.known()) return Decision.refuse(Refusal.invalid("worker", "unknown-worker", "a worker of this organisation"));
    if (worker.worker().equals(c.by().worker()))
      return Decision.refuse(Refusal.invalid("worker", "own-self", "a colleague takes the case over and bars you"));
    if (file.admissions().barred(worker)) return Decision.refuse("already-barred", "this worker is barred already");
    return Decision.accept(new CaseFileEvent.WorkerBarred(c.bar(), c.by(), c.at()));
  }

  /** Nobody asked for it, so nobody is refused: where there is nothing to do, nothing happens. */
  static Decision<CaseFileEvent> barLetIn(CaseFileCommand.BarLetIn c, CaseFile.Opened file) {
    if (file.erased() || !file.admissions().letInByBarred(c.letter(), c.reach())) return Decision.accept();
    return Decision.accept(new CaseFileEvent.WorkerBarred(new Bar(c.letter().reader(), c.reason()), c.by(), c.at()));
  }

  static Decision<CaseFileEvent> lift(CaseFileCommand.LiftBar c, CaseFile.Opened file) {
    Optional<Bar> bar = file.admissions().bars().stream().filter(b -> b.worker().worker().equals(c.worker())).findFirst();
    return bar.isPresent()
        ? Decision.accept(new CaseFileEvent.BarLifted(bar.get().worker(), c.by(), c.at()))
        : Decision.refuse(Refusal.unknown("not-barred", "no such worker is barred"));
  }

  /** Whoever looks already goes on looking; it is told to the holder once. */
  static Decision<CaseFileEvent> breakGlass(CaseFileCommand.BreakGlass c, CaseFile.Opened file) {
    if (c.reason() instanceof FreeText.Written said && said.text().isEmpty())
      return Decision.refuse(Refusal.invalid("reason", "required", "say why"));
    if (file.admissions().barred(c.by())) return Decision.refuse(Refusal.unknown("unknown-case", "no such case"));
    if (file.admissions().glassBroken(c.by(), c.at())) return Decision.accept();
    return Decision.accept(new CaseFileEvent.GlassBroken(new BrokenGlass(c.by(), c.reason(), c.at().plus(LOOK)), c.holder(), c.at()));
  }
}
