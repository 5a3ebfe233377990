package jp.tsunagu.portal.read;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.acts.OwnActs;
import jp.tsunagu.portal.ledger.Happening;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.LedgerPolicy;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.ledger.Reports;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.notices.Notices;
import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.portal.worklist.Worklist;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Role;

/** What a caller may read, with everything they did themselves in it. For who is no party of a case, the case does not exist. */
public final class ReadModel {
  private final Ledgers ledgers;
  private final Notices notices;
  private final OwnActs acts;
  private final Worklist worklist;
  private final DirectoryView directory;
  private final InstantSource clock;

  public ReadModel(Ledgers ledgers, Notices notices, OwnActs acts, Worklist worklist, DirectoryView directory, InstantSource clock) {
    this.ledgers = ledgers;
    this.notices = notices;
    this.acts = acts;
    this.worklist = worklist;
    this.directory = directory;
    this.clock = clock;
  }

  public Optional<Ledger> ledger(Caller caller, String caseId) {
    acts.settle(caller.worker());
    return ledgers.find(caseId).map(Ledgers.Entry::ledger).filter(Ledger::known).flatMap(l -> seen(caller, l));
  }

  private Optional<Ledger> seen(Caller caller, Ledger ledger) {
    var look = new LedgerPolicy.Look(caller.party(), caller.supportsPeople(), ledger, clock.instant(), directory);
    return LedgerPolicy.of(look).map(seen -> withoutBarredLinks(caller, seen));
  }

  /** A case they are barred from is not named to them by its neighbour either. */
  private Ledger withoutBarredLinks(Caller caller, Ledger seen) {
    return seen.timeline().tellsOfLinks() ? seen.withoutLinksTo(ledgers.barredTo(caller.worker())) : seen;
  }

  /** Of a case the caller is known to be a party of; the holder is told of everybody's, all others of their own. */
  public List<Notice> notices(Caller caller, Ledger ledger) {
    String organisation = caller.organisation();
    boolean holds = ledger.heldLastBy(organisation);
    return notices.ofCase(ledger.caseId()).stream()
        .filter(n -> n.organisation().equals(organisation) || holds && !Reports.hidden(n.deadlineKey(), ledger)).toList();
  }

  /** The case's story, with what the notices add to it: one that did not arrive, one that was acknowledged. */
  public static List<Happening> timeline(Ledger ledger, List<Notice> notices) {
    List<Happening> all = new ArrayList<>(ledger.timeline().all());
    notices.forEach(n -> all.addAll(n.told()));
    all.sort(Comparator.comparing(Happening::at));
    return List.copyOf(all);
  }

  public List<WorkItem> worklist(Caller caller) {
    acts.settle(caller.worker());
    Set<String> barred = ledgers.barredTo(caller.worker());
    List<Notice> waiting = notices.waitingFor(caller.organisation(), caller.worker()).stream().filter(n -> !barred.contains(n.caseId()))
        .toList();
    List<Worklist.Owing> absent = directory.standsInFor(caller.party(), OfficeCalendar.dayOf(clock.instant())).stream().map(this::owing)
        .map(owing -> new Worklist.Owing(owing.worker(), owing.cases().stream().filter(o -> !barred.contains(o.caseId())).toList()))
        .toList();
    List<WorkItem> items = worklist.of(owing(caller.party()), absent, waiting, clock.instant());
    Set<String> hidden = waiting.isEmpty()
        ? Set.of()
        : ledgers.addressHidden(caller.organisation(), waiting.stream().map(Notice::caseId).distinct().toList());
    return hidden.isEmpty() ? items : items.stream().map(i -> hidden.contains(i.caseId()) ? i.withAddressHidden() : i).toList();
  }

  private Worklist.Owing owing(Party worker) {
    return new Worklist.Owing(worker, ledgers.owing(worker.organisation(), worker.worker()));
  }

  /** Those of these cases of the caller's organisation that show 住所秘匿. */
  public Set<String> addressHidden(Caller caller, Collection<String> caseIds) {
    return caller.supportsPeople() ? ledgers.addressHidden(caller.organisation(), caseIds) : Set.of();
  }

  /**
   * Who holds these cases, as far as the caller's organisation has nothing to do with them. For the secretariat, who is told of a case
   * without seeing it and has to know whom to call.
   */
  public Map<String, String> heldElsewhere(Caller caller, Collection<String> caseIds) {
    return caller.is(Role.SECRETARIAT) ? ledgers.heldElsewhere(caller.organisation(), caseIds) : Map.of();
  }

  /** What the caller may see of these cases. */
  public List<Ledger> cases(Caller caller, Ledgers.Search search) {
    acts.settle(caller.worker());
    if (!caller.supportsPeople()) return List.of();
    return ledgers.of(search, colleagues(caller)).stream().map(l -> withoutBarredLinks(caller, l.seenBy(caller.party(), directory)))
        .toList();
  }

  /** Only which cases they are. */
  public List<String> ids(Caller caller, Ledgers.Search search) {
    acts.settle(caller.worker());
    return caller.supportsPeople() ? ledgers.ids(search, colleagues(caller)) : List.of();
  }

  /** On all pages. */
  public long count(Caller caller, Ledgers.Search search) {
    acts.settle(caller.worker());
    return caller.supportsPeople() ? ledgers.count(search, colleagues(caller)) : 0;
  }

  private DirectoryView.@Nullable Colleagues colleagues(Caller caller) {
    return directory.colleagues(caller.party()).orElse(null);
  }
}
