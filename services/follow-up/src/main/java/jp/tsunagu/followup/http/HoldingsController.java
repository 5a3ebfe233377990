package jp.tsunagu.followup.http;

import static com.mongodb.client.model.Filters.eq;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.mongodb.client.model.Sorts;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Journals;

/** What a worker still holds here: nobody leaves before somebody else has it. */
@Hidden
@RestController
class HoldingsController {
  private static final int MOST = 500;

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final Journals journals;
  private final Inbox inbox;

  HoldingsController(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals, Inbox inbox) {
    this.watches = watches;
    this.journals = journals;
    this.inbox = inbox;
  }

  record Holdings(String worker, List<Item> items) {}

  /** @param hidden from the reader, who is barred from the case */
  record Item(String caseId, StepKind what, String checkInId, boolean hidden) {}

  /**
   * Of the steps of a journey the journey's own service tells; here are the check-ins.
   *
   * @param organisation the worker's, if the directory has news of it: who is leaving must be known to leave before the answer
   *                     is given, or somebody could still hand them a check-in afterwards
   * @param reader       who wants to let the worker go
   */
  @GetMapping("/internal/holdings")
  Holdings of(@RequestParam String worker, @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(defaultValue = "") String reader) {
    if (organisation != null) inbox.catchUp("directory", "organisation-" + organisation);
    List<String> streams = journals.journal("watch").find(eq("facts." + WatchDecider.WORKERS, worker), Sorts.ascending("_id"), MOST);
    return new Holdings(worker, streams.stream().flatMap(stream -> checkIns(stream, worker, reader)).toList());
  }

  private Stream<Item> checkIns(String stream, String worker, String reader) {
    if (!(watches.current(stream).state() instanceof Watch.Keeping keeping)) return Stream.empty();
    String caseId = stream.substring(stream.indexOf('-') + 1);
    boolean hidden = keeping.circle().bars(reader);
    return keeping.checkIns().values().stream().filter(c -> c.owner().worker().equals(worker))
        .map(c -> new Item(caseId, StepKind.CHECK_IN, c.id(), hidden));
  }
}
