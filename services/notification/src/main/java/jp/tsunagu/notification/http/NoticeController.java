package jp.tsunagu.notification.http;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.mongodb.client.model.Sorts;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.notification.Notice;
import jp.tsunagu.notification.NoticeCommand;
import jp.tsunagu.notification.NoticeEvent;
import jp.tsunagu.notification.NoticeDecider;
import jp.tsunagu.notification.NoticeFacts;
import jp.tsunagu.notification.telling.Bars;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Nothing;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.journal.Journals;
import jp.tsunagu.runtime.journal.MongoJournal;

@RestController
@RequestMapping("/api/notices")
class NoticeController {
  private static final int MOST = 200;
  private static final String FACT = "facts.";
  private static final String CASE = "case";

  private final CommandHandler<NoticeCommand, NoticeEvent, Notice> notices;
  private final Journals journals;
  private final Bars bars;

  NoticeController(CommandHandler<NoticeCommand, NoticeEvent, Notice> notices, Journals journals, Bars bars) {
    this.notices = notices;
    this.journals = journals;
    this.bars = bars;
  }

  /** @param items what waits for acknowledgement first, the newest first; at most 200 */
  record Mine(List<Item> items) {}

  record Item(String noticeId, String kind, String caseId, Instant raisedAt, String state, @Nullable String deadlineKey) {
    static Item of(MongoJournal.Indexed found) {
      Document facts = found.facts();
      return new Item(Notice.idOf(found.stream()), facts.getString(NoticeFacts.KIND), found.caseId(),
          facts.get(NoticeFacts.RAISED_AT, Date.class).toInstant(), facts.getString(NoticeFacts.STATE),
          facts.getString(NoticeFacts.DEADLINE_KEY));
    }
  }

  @GetMapping
  @Operation(summary = "My notices, or those of one case: what waits for acknowledgement first, the newest first")
  Mine mine(@RequestParam(required = false) @Nullable String caseId, Caller caller) {
    var order = Sorts.descending(FACT + NoticeFacts.OPEN, FACT + NoticeFacts.RAISED_AT);
    Set<String> barred = bars.of(caller.worker());
    Bson mine = eq(FACT + NoticeFacts.RECIPIENT, caller.worker());
    Bson which = caseId == null ? mine : and(mine, eq(CASE, caseId));
    return new Mine(found(which, order, MOST).filter(f -> !barred.contains(f.caseId())).map(Item::of).toList());
  }

  private Stream<MongoJournal.Indexed> found(Bson which, Bson order, int most) {
    return journals.journal(Notice.PREFIX).facts(which, order, most).stream();
  }

  @PostMapping("/{noticeId}/reading")
  @Operation(summary = "I have read it")
  ResponseEntity<Answers.Version> read(@PathVariable String noticeId, @RequestBody(required = false) @Nullable Nothing nothing, Act act) {
    return answer(noticeId, new NoticeCommand.Read(act.by()), act);
  }

  @PostMapping("/{noticeId}/acknowledgement")
  @Operation(summary = "I see to it; of a passed date this stops the ladder")
  ResponseEntity<Answers.Version> acknowledge(@PathVariable String noticeId, @RequestBody(required = false) @Nullable Nothing nothing,
      Act act) {
    return answer(noticeId, new NoticeCommand.Acknowledge(act.by(), Via.DESK), act);
  }

  private ResponseEntity<Answers.Version> answer(String noticeId, NoticeCommand.Answer command, Act act) {
    Set<String> barred = bars.of(act.caller().worker());
    if (!barred.isEmpty()
        && found(eq("_id", Notice.stream(noticeId)), Sorts.ascending("_id"), 1).anyMatch(f -> barred.contains(f.caseId())))
      throw Problem.of(NoticeDecider.NO_SUCH_NOTICE);
    return Answers.ok(act.handle(notices, Notice.stream(noticeId), noticeId, command));
  }
}
