package jp.tsunagu.referral.http;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.referral.Holding;
import jp.tsunagu.referral.Journey;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.runtime.inbox.Inbox;
import jp.tsunagu.runtime.journal.Journals;

/** What a worker still has, asked by the directory before anybody leaves. Needs the scope {@code holdings}. */
@Hidden
@RestController
class HoldingsController {
  /** More than one worker can have; who still has this many is not leaving yet anyway. */
  private static final int MOST = 500;

  private final Journals journals;
  private final CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys;
  private final Inbox inbox;

  HoldingsController(Journals journals, CommandHandler<JourneyCommand, JourneyEvent, Journey> journeys, Inbox inbox) {
    this.journals = journals;
    this.journeys = journeys;
    this.inbox = inbox;
  }

  record Holdings(String worker, List<Item> items) {}

  /** @param hidden from the reader, who is barred from the case */
  record Item(String caseId, Holding.What what, @Nullable String referralId, boolean hidden) {}

  /**
   * @param organisation the worker's, if the directory has news of it: who is leaving must be known to leave before the answer
   *                     is given, or somebody could still be handed a case afterwards
   * @param reader       who wants to let the worker go
   */
  @GetMapping("/internal/holdings")
  Holdings holdings(@RequestParam String worker, @RequestParam(required = false) @Nullable String organisation,
      @RequestParam(defaultValue = "") String reader) {
    if (organisation != null) inbox.catchUp("directory", "organisation-" + organisation);
    var streams = journals.journal("journey").find(Filters.eq("facts.workers", worker), Sorts.ascending("_id"), MOST);
    return new Holdings(worker, streams.stream().flatMap(stream -> items(stream, worker, reader)).toList());
  }

  private Stream<Item> items(String stream, String worker, String reader) {
    Journey journey = journeys.current(stream).state();
    boolean hidden = journey instanceof Journey.Open open && open.bars(reader);
    return Holding.of(journey, worker).stream()
        .map(h -> new Item(stream.substring("journey-".length()), h.what(), h.referralId(), hidden));
  }
}
