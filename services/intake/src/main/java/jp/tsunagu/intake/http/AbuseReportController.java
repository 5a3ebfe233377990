package jp.tsunagu.intake.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.AbuseReport;
import jp.tsunagu.intake.AbuseReportCommand;
import jp.tsunagu.intake.AbuseReportEvent;
import jp.tsunagu.intake.AbuseReports;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.runtime.vault.Seals;

/** 児童虐待の通告: made by telephone; here stand its time and its receipt. */
@RestController
@RequestMapping("/api/cases/{caseId}/abuse-reports")
class AbuseReportController {
  private static final String PREFIX = "reports-";

  private final CommandHandler<AbuseReportCommand, AbuseReportEvent, AbuseReports> reports;
  private final CaseAccess access;
  private final AccessLog log;
  private final Seals seals;

  AbuseReportController(CommandHandler<AbuseReportCommand, AbuseReportEvent, AbuseReports> reports, CaseAccess access, AccessLog log,
      Seals seals) {
    this.reports = reports;
    this.access = access;
    this.log = log;
    this.seals = seals;
  }

  record ReportForm(@Nullable String reportedAt, @Nullable String office) {
    AbuseReport read(String reportId, Party by) {
      var fields = new Fields();
      Instant at = fields.required("reportedAt", reportedAt, Moments::read);
      AbuseReport.Office to = fields.required("office", office, Fields.code(AbuseReport.Office.class));
      if (at == null || to == null) throw fields.problem();
      return new AbuseReport(reportId, to, by, at, null);
    }
  }

  /** @param receiptNumber as the office gave it */
  record ReceiptForm(@Nullable String confirmedAt, @Nullable String receiptNumber) {
    AbuseReport.Receipt read(Party by) {
      var fields = new Fields();
      Instant at = fields.required("confirmedAt", confirmedAt, Moments::read);
      FreeText number = fields.optional("receiptNumber", receiptNumber, Moments::receiptNumber);
      return fields.orProblem(at == null ? null : new AbuseReport.Receipt(at, by, number));
    }

    @Override
    public String toString() {
      return "ReceiptForm[…]";
    }
  }

  record Reported(String reportId, long version) {}

  record ReceiptBody(Instant confirmedAt, String worker, @Nullable String receiptNumber) {
    @Override
    public String toString() {
      return "ReceiptBody[…]";
    }
  }

  record ReportBody(String reportId, AbuseReport.Office office, String worker, Instant reportedAt, @Nullable ReceiptBody receipt) {
    static ReportBody of(AbuseReport r, Seal seal) {
      var got = r.receipt();
      return new ReportBody(r.reportId(), r.office(), r.by().worker(), r.reportedAt(),
          got == null ? null : new ReceiptBody(got.confirmedAt(), got.by().worker(), seal.read(got.number())));
    }
  }

  record Items(List<ReportBody> items) {}

  @GetMapping
  @Operation(summary = "The child-abuse reports that the caller's own organisation made in this case; nobody else learns of them")
  Items read(@PathVariable String caseId, Act act) {
    var seen = access.look(act.caller(), caseId).filter(s -> s.standing() != Standing.STRANGER).orElseThrow(Problem::notFound);
    var own = reports.current(PREFIX + caseId).state().madeBy(act.caller().organisation());
    // As a look at the case, and whether there is a report or not: a later holder reads the access log and is not to learn of one by it.
    log.add(act, AccessLog.Why.READ, List.of(new AccessLog.Look(caseId, seen.disclosure().fields())));
    return new Items(own.stream().map(r -> ReportBody.of(r, seals.of(caseId))).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Records a statutory report made by telephone; an unconfirmed receipt climbs after two hours. The holder's matter")
  ResponseEntity<Reported> report(@PathVariable String caseId, @RequestBody ReportForm form, Act act) {
    AbuseReport report = form.read(act.newId("b"), act.by());
    var command = new AbuseReportCommand.Report(report, access.standing(act.caller(), caseId), act.at());
    return Answers.created(handle(caseId, command, act), done -> new Reported(report.reportId(), done.version()));
  }

  @PostMapping("/{reportId}/receipt")
  @Operation(summary = "Records that the office confirmed the report; for the organisation that made it")
  ResponseEntity<Answers.Version> receipt(@PathVariable String caseId, @PathVariable String reportId, @RequestBody ReceiptForm form,
      Act act) {
    var command = new AbuseReportCommand.ConfirmReceipt(reportId, form.read(act.by()), access.standing(act.caller(), caseId), act.at());
    return Answers.ok(handle(caseId, command, act));
  }

  private Outcome<AbuseReportEvent, AbuseReports> handle(String caseId, AbuseReportCommand command, Act act) {
    return act.handle(reports, PREFIX + caseId, caseId, command);
  }
}
