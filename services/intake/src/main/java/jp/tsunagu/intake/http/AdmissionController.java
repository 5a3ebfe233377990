package jp.tsunagu.intake.http;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.Bar;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.SupportMeeting;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;

/** 支援会議, and workers who are barred from a case; the holder's matter. */
@RestController
@RequestMapping("/api/cases/{caseId}")
class AdmissionController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final CaseAccess access;
  private final DirectoryView directory;

  AdmissionController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, CaseAccess access, DirectoryView directory) {
    this.caseFiles = caseFiles;
    this.access = access;
    this.directory = directory;
  }

  record WorkerForm(@Nullable String organisation, @Nullable String worker) {
    @Nullable
    Party read(Fields fields, String path) {
      String of = fields.required(Fields.join(path, "organisation"), organisation, WorkerForm::id);
      String who = fields.required(Fields.join(path, "worker"), worker, WorkerForm::id);
      return of == null || who == null ? null : new Party(of, who);
    }

    private static String id(String given) {
      if (given.isBlank()) throw new InvalidValue("blank", "must not be empty");
      return given;
    }
  }

  /** {@code {heldOn, members: [{organisation, worker}], items: [NAME …], reason}} */
  record MeetingForm(@Nullable String heldOn, @Nullable List<@Nullable WorkerForm> members, @Nullable List<@Nullable String> items,
      @Nullable String reason) {
    SupportMeeting read(String meetingId) {
      var fields = new Fields();
      LocalDate on = fields.required("heldOn", heldOn, PersonForm::date);
      List<@Nullable WorkerForm> named = members == null ? List.of() : members;
      List<Party> met = fields.each(named, i -> member(fields, named.get(i), "members[" + i + "]"));
      List<@Nullable String> typed = items == null ? List.of() : items;
      List<ConsentItem> told = fields.each(typed, i -> fields.required("items[" + i + "]", typed.get(i), Fields.code(ConsentItem.class)));
      FreeText why = fields.required("reason", reason, OwnWords::of);
      if (on == null || met == null || told == null || why == null) throw fields.problem();
      var all = EnumSet.noneOf(ConsentItem.class);
      all.addAll(told);
      return fields.orProblem(fields.whole("", () -> new SupportMeeting(meetingId, on, met, all, why)));
    }

    private static @Nullable Party member(Fields fields, @Nullable WorkerForm member, String path) {
      WorkerForm given = fields.required(path, member, m -> m);
      return given == null ? null : given.read(fields, path);
    }

    @Override
    public String toString() {
      return "MeetingForm[…]";
    }
  }

  record BarForm(@Nullable String organisation, @Nullable String worker, @Nullable String reason) {
    Bar read() {
      var fields = new Fields();
      Party who = new WorkerForm(organisation, worker).read(fields, "");
      FreeText why = fields.required("reason", reason, OwnWords::of);
      if (who == null || why == null) throw fields.problem();
      return fields.orProblem(fields.whole("", () -> new Bar(who, why)));
    }

    @Override
    public String toString() {
      return "BarForm[…]";
    }
  }

  record Held(String meetingId, long version) {}

  @PostMapping("/support-meetings")
  @Operation(summary = "Records a support meeting: a closed room of named members who learn some items without consent")
  ResponseEntity<Held> hold(@PathVariable String caseId, @RequestBody MeetingForm form, Act act) {
    SupportMeeting meeting = form.read(act.newId("m"));
    Set<Party> strangers = meeting.members().stream().filter(m -> !takesPart(m)).collect(Collectors.toSet());
    var command = new CaseFileCommand.HoldMeeting(meeting, strangers, access.standing(act.caller(), caseId), act.by(), act.at());
    return Answers.created(handle(caseId, command, act), done -> new Held(meeting.meetingId(), done.version()));
  }

  @PostMapping("/support-meetings/{meetingId}/end")
  @Operation(summary = "Ends a support meeting; its members see nothing more")
  ResponseEntity<Answers.Version> end(@PathVariable String caseId, @PathVariable String meetingId,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return Answers.ok(
        handle(caseId, new CaseFileCommand.EndMeeting(meetingId, access.standing(act.caller(), caseId), act.by(), act.at()), act));
  }

  @PostMapping("/barred-workers")
  @Operation(summary = "Bars a worker of any organisation from the case: for them it does not exist")
  ResponseEntity<Answers.Version> bar(@PathVariable String caseId, @RequestBody BarForm form, Act act) {
    Bar bar = form.read();
    var command = new CaseFileCommand.BarWorker(bar, known(bar.worker()), access.standing(act.caller(), caseId), act.by(), act.at());
    return Answers.created(handle(caseId, command, act), done -> new Answers.Version(done.version()));
  }

  @PostMapping("/barred-workers/{worker}/lifting")
  @Operation(summary = "Lets a barred worker in again")
  ResponseEntity<Answers.Version> lift(@PathVariable String caseId, @PathVariable String worker,
      @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return Answers.ok(handle(caseId, new CaseFileCommand.LiftBar(worker, access.standing(act.caller(), caseId), act.by(), act.at()), act));
  }

  private boolean known(Party worker) {
    return directory.worker(worker.worker()).filter(w -> w.organisation().equals(worker.organisation())).isPresent();
  }

  private boolean takesPart(Party worker) {
    return known(worker) && directory.worker(worker.worker()).filter(DirectoryMessage.Worker::active).isPresent();
  }

  private Outcome<CaseFileEvent, CaseFile> handle(String caseId, CaseFileCommand command, Act act) {
    return act.handle(caseFiles, CaseAccess.stream(caseId), caseId, command);
  }
}
