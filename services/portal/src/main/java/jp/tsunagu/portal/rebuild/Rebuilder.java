package jp.tsunagu.portal.rebuild;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import jp.tsunagu.portal.acts.Streams;
import jp.tsunagu.runtime.journal.MongoJournal.Head;
import jp.tsunagu.portal.journals.Journals;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Progress;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.portal.rebuild.Rebuild.Stage;
import jp.tsunagu.portal.rebuild.Rebuild.What;

/** Goes through everything a slice at a time. A slice that a crash cuts off is done again, which changes nothing. */
public final class Rebuilder {
  /** So many at once, then everybody else has a turn. */
  static final int SLICE = 25;

  private final Rebuilds rebuilds;
  private final Ledgers ledgers;
  private final Notices notices;
  private final Journals journals;
  private final LedgersAfresh ledgersAfresh;
  private final NoticesAfresh noticesAfresh;
  private final Directories directories;
  private final InstantSource clock;

  public Rebuilder(Rebuilds rebuilds, Ledgers ledgers, Notices notices, Journals journals, Directories directories, InstantSource clock) {
    this.rebuilds = rebuilds;
    this.ledgers = ledgers;
    this.notices = notices;
    this.journals = journals;
    this.ledgersAfresh = new LedgersAfresh(ledgers, journals);
    this.noticesAfresh = new NoticesAfresh(notices, journals);
    this.directories = directories;
    this.clock = clock;
  }

  /** Begins one, or tells of the one that goes on. */
  public Rebuild start(What what) {
    Rebuild begun = Rebuild.begun(what, switch (what) {
      case LEDGERS -> ledgers.count();
      case NOTICES -> notices.count();
      case DIRECTORY -> 0;
    }, clock.instant());
    return rebuilds.begin(begun) ? begun : rebuilds.of(what).orElseThrow();
  }

  /** The next slice of everything that goes on; true if something is left to do. */
  public boolean step() {
    List<Rebuild> running = rebuilds.all().stream().filter(Rebuild::running).toList();
    running.forEach(rebuild -> rebuilds.keep(slice(rebuild)));
    return !running.isEmpty();
  }

  private Rebuild slice(Rebuild rebuild) {
    return switch (rebuild.stage()) {
      case PUBLISHED -> switch (rebuild.what()) {
        case LEDGERS -> published(rebuild);
        case NOTICES -> notices(rebuild);
        case DIRECTORY -> directory(rebuild);
      };
      case STORED -> stored(rebuild);
      case FINISHED -> rebuild.finished(clock.instant());
    };
  }

  private Rebuild published(Rebuild rebuild) {
    String first = Streams.caseFile("");
    List<Head> heads = journals.heads("intake", rebuild.cursor().isEmpty() ? first : rebuild.cursor(), SLICE).stream()
        .takeWhile(head -> head.stream().startsWith(first)).toList();
    Rebuild now = rebuild;
    for (Head head : heads) now = now.after(ledgersAfresh.mend(head.caseId()));
    return heads.size() < SLICE ? now.in(Stage.STORED) : now.at(heads.getLast().stream());
  }

  /** What stands here of cases whose case file nobody publishes; all others were done. */
  private Rebuild stored(Rebuild rebuild) {
    List<String> cases = ledgers.standing(rebuild.cursor(), SLICE).stream().map(Ledgers.Standing::caseId).toList();
    Map<String, Progress> progress = ledgers.progress(cases);
    Rebuild now = rebuild;
    for (String caseId : cases)
      if (progress.getOrDefault(caseId, Progress.none()).seenOf(Streams.caseFile(caseId)) == 0) now = now.after(ledgersAfresh.mend(caseId));
    return cases.size() < SLICE ? now.finished(clock.instant()) : now.at(cases.getLast());
  }

  private Rebuild notices(Rebuild rebuild) {
    List<Head> heads = journals.heads("notification", rebuild.cursor(), SLICE);
    Rebuild now = rebuild;
    for (Head head : heads) now = now.after(noticesAfresh.mend(head.stream().substring(NoticeProjection.PREFIX.length())));
    return heads.size() < SLICE ? now.finished(clock.instant()) : now.at(heads.getLast().stream());
  }

  /** One service after the other. */
  private Rebuild directory(Rebuild rebuild) {
    List<String> left = directories.services().stream().filter(service -> service.compareTo(rebuild.cursor()) > 0).sorted().toList();
    if (left.isEmpty()) return rebuild.finished(clock.instant());
    Directories.Count count = directories.mend(left.getFirst());
    return rebuild.after(count.done(), count.differences()).at(left.getFirst());
  }
}
