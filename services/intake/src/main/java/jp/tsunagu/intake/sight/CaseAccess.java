package jp.tsunagu.intake.sight;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Provision;
import jp.tsunagu.intake.Provisions;
import jp.tsunagu.intake.Sight;
import jp.tsunagu.intake.SightPolicy;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.journal.CommandHandler.Current;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.inbox.Inbox;

/** What a caller is to a case, and sees of it by {@link SightPolicy}. */
@Component
public class CaseAccess {
  private static final Logger log = LoggerFactory.getLogger(CaseAccess.class);

  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final ParticipantsProjection participants;
  private final Inbox inbox;
  private final DirectoryView directory;
  private final InstantSource clock;

  CaseAccess(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, ParticipantsProjection participants, Inbox inbox,
      DirectoryView directory, InstantSource clock) {
    this.caseFiles = caseFiles;
    this.participants = participants;
    this.inbox = inbox;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param version   of the case file
   * @param emergency whether the caller sees it through broken glass alone
   */
  public record Seen(long version, Disclosure disclosure, Standing standing, boolean emergency) {
    /** Whether somebody is recorded here whose name or contact is not shown, so that they cannot be replaced either. */
    public boolean blind() {
      return !(disclosure.person() instanceof Person.Anonymous)
          && !(disclosure.shows(ConsentItem.NAME) && disclosure.shows(ConsentItem.CONTACT));
    }
  }

  public static String stream(String caseId) {
    return "casefile-" + caseId;
  }

  /** Empty for somebody for whom the case does not exist. */
  public Optional<Seen> look(Caller caller, String caseId) {
    var current = caseFiles.current(stream(caseId));
    if (!(current.state() instanceof CaseFile.Opened file) || file.admissions().barred(caller.party())) return nothing(caller, caseId);
    boolean asks = caller.supportsPeople(); // for everybody else the journey's news change nothing
    return seen(caller, file, current.version(), asks ? upToDate(caller, file) : of(file));
  }

  /**
   * What only the holder is shown.
   *
   * @throws Problem 404 for somebody for whom the case does not exist, 403 for everybody else who does not hold it
   */
  public Seen held(Caller caller, String caseId) {
    Seen seen = look(caller, caseId).orElseThrow(Problem::notFound);
    if (seen.standing() != Standing.HOLDER) throw Problem.forbidden("not-the-holder", "This is the matter of whoever holds the case.");
    return seen;
  }

  /** As long an answer as about a case of others: whoever measures learns nothing. */
  private Optional<Seen> nothing(Caller caller, String caseId) {
    if (caller.supportsPeople()) hearNews(caseId);
    return Optional.empty();
  }

  /** For a command: what the caller is to the case now. */
  public Standing standing(Caller caller, String caseId) {
    if (!caller.supportsPeople()) return Standing.STRANGER;
    if (!(caseFiles.current(stream(caseId)).state() instanceof CaseFile.Opened file) || file.admissions().barred(caller.party())) {
      nothing(caller, caseId);
      return Standing.STRANGER;
    }
    return standing(caller, upToDate(caller, file));
  }

  /** A stranger too is whoever belongs to another unit of the house than those who stand for it. */
  private Standing standing(Caller caller, Participants known) {
    boolean concerned = caller.supportsPeople() && known.parties().concern(caller.party(), directory);
    return concerned ? known.standingOf(caller.organisation()) : Standing.STRANGER;
  }

  /** Whether the caller is kept out of this case by name. */
  public boolean barred(Caller caller, String caseId) {
    return caseFiles.current(stream(caseId)).state() instanceof CaseFile.Opened file && file.admissions().barred(caller.party());
  }

  /**
   * Those of many cases that the caller may see anything of; looked at as far as the stream is read.
   *
   * @param askAtMost for how many the caller seems to be a stranger to unheard news is asked for; the others wait for the broker
   */
  public Stream<Disclosure> glance(Caller caller, Collection<String> caseIds, int askAtMost) {
    if (!caller.supportsPeople()) return Stream.empty(); // through broken glass one looks at one case, under its own name in the log
    Map<String, Participants> heard = participants.of(caseIds);
    Map<String, Current<CaseFile>> files = caseFiles.current(caseIds.stream().map(CaseAccess::stream).toList());
    var asks = new AtomicInteger(askAtMost);
    return caseIds.stream().flatMap(caseId -> glance(caller, files.get(stream(caseId)), heard.get(caseId), asks).stream());
  }

  private Optional<Disclosure> glance(Caller caller, @Nullable Current<CaseFile> current, @Nullable Participants heard,
      AtomicInteger asks) {
    if (current == null || !(current.state() instanceof CaseFile.Opened file)) return Optional.empty();
    Participants known = heard == null ? Participants.of(file.opening().by()) : heard;
    boolean ask = standing(caller, known) == Standing.STRANGER && asks.getAndDecrement() > 0;
    return seen(caller, file, current.version(), ask ? upToDate(caller, file) : known).map(Seen::disclosure);
  }

  private Optional<Seen> seen(Caller caller, CaseFile.Opened file, long version, Participants known) {
    Party who = caller.party();
    return switch (SightPolicy.of(new SightPolicy.Look(who, caller.supportsPeople(), known, file, clock.instant(), directory))) {
      case Sight.Nothing nothing -> Optional.empty();
      case Sight.Items items -> {
        Standing standing = standing(caller, known);
        yield Optional.of(new Seen(version, new Disclosure(file, items, caller.organisation()), standing,
            standing == Standing.STRANGER && file.admissions().glassBroken(who, clock.instant())));
      }
    };
  }

  /** Whoever does not hold the case may have been asked or have accepted an instant ago; the broker may bring it while we ask. */
  private Participants upToDate(Caller caller, CaseFile.Opened file) {
    Participants known = of(file);
    if (standing(caller, known) == Standing.HOLDER) return known;
    hearNews(file.opening().caseId());
    return of(file);
  }

  /** 第三者提供の記録: everything anybody outside was told of the person, oldest first. */
  public List<Provision> provisions(CaseFile.Opened file) {
    hearNews(file.opening().caseId());
    return Provisions.of(file, of(file));
  }

  private Participants of(CaseFile.Opened file) {
    return participants.of(file.opening().caseId()).orElseGet(() -> Participants.of(file.opening().by()));
  }

  /** Without an answer of the journey's service what is known has to do: it never shows too much to somebody new. */
  private void hearNews(String caseId) {
    try {
      inbox.catchUp("referral", "journey-" + caseId);
    } catch (RuntimeException e) {
      log.warn("no news of the journey of {}: {}", caseId, e.getClass().getSimpleName());
    }
  }
}
