package jp.tsunagu.systemtests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.followup.CheckIn;
import jp.tsunagu.followup.CheckInResult;
import jp.tsunagu.followup.NamedWorker;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;

/** What is done at the other services: at intake, about check-ins, with notices. */
final class OtherActs {
  private final Lot lot;

  OtherActs(Lot lot) {
    this.lot = lot;
  }

  IntakeMessage opening(String caseId) {
    return new IntakeMessage.CaseOpened(caseId, Council.worker(lot.of(Council.ORGANISATIONS), 1), lot.any(Urgency.values()), "WALK_IN");
  }

  IntakeMessage atIntake(String caseId, Instant now) {
    String organisation = lot.of(Council.ORGANISATIONS);
    LocalDate today = OfficeCalendar.dayOf(now);
    Party worker = Council.worker(organisation, 1 + lot.below(2));
    return switch (lot.below(8)) {
      case 0, 1, 2 -> new IntakeMessage.ConsentGiven(caseId, "k-" + organisation, organisation, List.of(ConsentItem.NAME), today);
      case 3 -> new IntakeMessage.ConsentWithdrawn(caseId, "k-" + organisation, organisation);
      case 4 -> new IntakeMessage.WorkerBarred(caseId, worker, Council.worker(organisation, 1));
      case 5 -> new IntakeMessage.BarLifted(caseId, worker, Council.worker(organisation, 1));
      case 6 -> new IntakeMessage.SupportMeetingHeld(caseId, "m-" + organisation, worker, today,
          List.of(worker, Council.worker(lot.of(Council.ORGANISATIONS), 2)), List.of(ConsentItem.SUMMARY));
      default -> new IntakeMessage.SupportMeetingEnded(caseId, "m-" + organisation);
    };
  }

  IntakeMessage report(String caseId, Instant now) {
    Party by = Council.worker("org05", 1);
    return lot.oneIn(2)
        ? new IntakeMessage.AbuseReported(caseId, "b-1", by, now)
        : new IntakeMessage.AbuseReportReceived(caseId, "b-1", by, now);
  }

  WatchCommand.Act onWatch(Watch watch, String newId, Instant now) {
    List<CheckIn> planned = watch instanceof Watch.Keeping keeping ? List.copyOf(keeping.checkIns().values()) : List.of();
    if (planned.isEmpty() || lot.oneIn(3)) return new WatchCommand.PlanCheckIn(member(watch), plan(member(watch), newId, now), now);
    CheckIn checkIn = lot.of(planned);
    Party by = lot.oneIn(8) ? member(watch) : checkIn.owner();
    if (lot.oneIn(4)) return new WatchCommand.Reassign(by, checkIn.id(), colleague(by));
    return new WatchCommand.RecordResult(by, checkIn.id(), new CheckInResult(true, OutcomeCode.PARTLY, null, null, null),
        lot.oneIn(2) ? plan(by, newId, now) : null, now);
  }

  private Party member(Watch watch) {
    List<String> organisations = watch.circle().parties().organisations();
    return Council.worker(organisations.isEmpty() || lot.oneIn(8) ? lot.of(Council.ORGANISATIONS) : lot.of(organisations), 1);
  }

  private WatchCommand.Plan plan(Party by, String newId, Instant now) {
    LocalDate day = OfficeCalendar.dayOf(now.plus(Duration.ofDays(lot.below(15))));
    return new WatchCommand.Plan("i-" + newId, day, colleague(by), null);
  }

  private NamedWorker colleague(Party of) {
    return new NamedWorker(of.organisation() + "-" + (1 + lot.below(2)), of.organisation(), true);
  }

  NoticeCommand onNotice(Notice notice) {
    Party recipient = notice instanceof Notice.Told told && !lot.oneIn(8) ? told.about().recipient() : Council.worker("org15", 2);
    return lot.oneIn(4) ? new NoticeCommand.Read(recipient) : new NoticeCommand.Acknowledge(recipient, Via.DESK);
  }
}
