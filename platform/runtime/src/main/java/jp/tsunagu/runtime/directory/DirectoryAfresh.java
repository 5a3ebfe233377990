package jp.tsunagu.runtime.directory;

import jp.tsunagu.runtime.calls.JournalHeads;
import java.util.List;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.runtime.calls.ServiceClients;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.inbox.PublisherJournals;
import jp.tsunagu.runtime.inbox.Wire;
import jp.tsunagu.runtime.journal.MongoJournal;

/**
 * This service's copy of the directory, once more from the directory's journals, while it is read. Organisations are few, so all of them
 * are one request. Needs the scope {@code rebuild}.
 */
@Hidden
@RestController
public final class DirectoryAfresh {
  private static final String DIRECTORY = "directory";
  private static final int PAGE = 200;

  private final DirectoryView view;
  private final PublisherJournals publishers;
  private final JournalHeads heads;
  private final Wire wire;

  public DirectoryAfresh(DirectoryView view, PublisherJournals publishers, ServiceClients clients, Wire wire) {
    this.view = view;
    this.publishers = publishers;
    this.heads = new JournalHeads(clients);
    this.wire = wire;
  }

  /** @param differences how many were wrong, or missing, and are right now */
  public record Mended(int done, int differences) {}

  @PostMapping("/internal/rebuild/directory")
  public Mended mend() {
    int done = 0, differences = 0;
    for (List<MongoJournal.Head> page = heads(""); !page.isEmpty(); page = heads(page.getLast().stream()))
      for (MongoJournal.Head head : page) {
        done++;
        if (mend(head.stream())) differences++;
      }
    return new Mended(done, differences);
  }

  private List<MongoJournal.Head> heads(String after) {
    return heads.of(DIRECTORY, after, PAGE);
  }

  private boolean mend(String stream) {
    return publishers.after(DIRECTORY, stream, 0).stream().map(wire::open).reduce((_, newest) -> newest).filter(this::mend).isPresent();
  }

  private boolean mend(Envelope newest) {
    return newest.message() instanceof DirectoryMessage.Organisation organisation && view.mend(organisation, newest.sequence());
  }
}
