package jp.tsunagu.runtime.journal;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.inbox.WireMessage;

/** What this service published or will publish of a stream, for whoever missed some of it. */
@Hidden
@RestController
public final class JournalController {
  private static final int MOST_HEADS = 1_000;

  private final Journals journals;
  private final Wire wire;
  private final String service;
  private final FirstNews firstNews;

  /** Brings a stream into being of which this service has not heard yet, where its beginning is known elsewhere. */
  public interface FirstNews {
    void of(String stream);
  }

  public JournalController(Journals journals, Wire wire, String service, FirstNews firstNews) {
    this.journals = journals;
    this.wire = wire;
    this.service = service;
    this.firstNews = firstNews;
  }

  /**
   * How far every stream is, for whoever wants to know whether they have heard everything. A page at a time, by an index, and no
   * history is read for it.
   *
   * @param after the last stream of the page before; empty for the first page
   * @param limit 1 to 1000
   */
  @GetMapping("/internal/journal/heads")
  List<MongoJournal.Head> heads(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "500") int limit) {
    if (limit < 1 || limit > MOST_HEADS) throw Problem.malformed("limit", "out-of-range", "1 to " + MOST_HEADS);
    return journals.heads(after, limit);
  }

  @GetMapping("/internal/journal/{stream}")
  List<WireMessage> after(@PathVariable String stream, @RequestParam(defaultValue = "0") long after) {
    var messages = journals.messages(stream, after);
    if (messages.isEmpty() && after == 0) {
      firstNews.of(stream);
      messages = journals.messages(stream, after);
    }
    return messages.stream().map(m -> wire.wire(service, m)).toList();
  }
}
