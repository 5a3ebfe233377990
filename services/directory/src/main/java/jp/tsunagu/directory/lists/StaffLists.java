package jp.tsunagu.directory.lists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.InvalidValue;
import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.directory.OrganisationCommand.TakeRoster;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.Roster;
import jp.tsunagu.directory.Roster.Change;
import jp.tsunagu.directory.Worker;
import jp.tsunagu.directory.lists.Line.Fate;
import jp.tsunagu.directory.lists.Line.Told;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;
import jp.tsunagu.runtime.http.Problem.FieldError;

/** Workers of one organisation or of many, taken in as a list. */
@Component
public class StaffLists {
  private static final FieldError UNKNOWN = new FieldError("organisation", "unknown-organisation", "an organisation that has joined");
  private static final FieldError TAKEN = new FieldError("worker", "taken", "an id nobody anywhere ever had");

  private final Organisations organisations;

  StaffLists(Organisations organisations) {
    this.organisations = organisations;
  }

  /** What would become of each line; nothing changes. */
  public List<Told> rehearse(List<Line<Worker>> lines, Requester by) {
    List<Line<Worker>> unique = Line.unique(lines, Line::id, "worker");
    Map<Integer, Told> told = new HashMap<>();
    byOrganisation(unique).forEach((organisation, theirs) -> rehearse(organisation, theirs, by).forEach(t -> told.put(t.line(), t)));
    return unique.stream().map(line -> told.getOrDefault(line.number(), told(line, Fate.REFUSED))).toList();
  }

  private List<Told> rehearse(String organisation, List<Line<Worker>> lines, Requester by) {
    Optional<Member> member = member(organisation);
    if (member.isEmpty()) return lines.stream().map(line -> told(line.wrong(UNKNOWN), Fate.REFUSED)).toList();
    Map<Id, Roster.Judged> judged = Roster.judge(roster(lines, by), member.get()).stream()
        .collect(Collectors.toMap(j -> j.worker().id(), j -> j));
    return lines.stream().map(line -> told(line, judged, member.get().id())).toList();
  }

  private Told told(Line<Worker> line, Map<Id, Roster.Judged> judged, Id organisation) {
    Roster.Judged found = line.value() == null ? null : judged.get(line.value().id());
    return found == null || !found.worker().equals(line.value()) ? told(line, Fate.REFUSED) : told(line, found, organisation);
  }

  private Told told(Line<Worker> line, Roster.Judged judged, Id organisation) {
    Line<Worker> seen = line;
    for (var refusal : judged.refusals()) seen = seen.wrong(Line.error(refusal));
    if (judged.change() == Change.ADD && !organisations.free(judged.worker().id(), organisation)) seen = seen.wrong(TAKEN);
    return told(seen, switch (judged.change()) {
      case ADD -> Fate.ADDED;
      case CHANGE -> Fate.CHANGED;
      case NOTHING -> Fate.SAME;
    });
  }

  /**
   * One decision per organisation. What could not be done after all, because somebody was quicker, is said line by line.
   *
   * @param lines that were rehearsed without an error
   */
  public List<Told> carryOut(List<Line<Worker>> lines, Requester by, Act act) {
    List<Told> told = new ArrayList<>();
    byOrganisation(lines).forEach((organisation, theirs) -> told.addAll(carryOut(new Id(organisation), theirs, by, act)));
    return told.stream().sorted(Comparator.comparingInt(Told::line)).toList();
  }

  private List<Told> carryOut(Id organisation, List<Line<Worker>> lines, Requester by, Act act) {
    var cause = new Cause(act.cause().id() + "/" + organisation, act.cause().fingerprint());
    return switch (organisations.handle(organisation, roster(lines, by), act.at(), act.actor(), cause, null)) {
      case Outcome.Refused<OrganisationEvent, Organisation>(var refusal) ->
        lines.stream().map(line -> told(line.wrong(Line.error(refusal)), Fate.REFUSED)).toList();
      case Outcome<OrganisationEvent, Organisation> other -> {
        Map<Id, Fate> fates = fates(Answers.done(other).events());
        yield lines.stream().map(line -> told(line, line.value() == null ? Fate.REFUSED : fates.getOrDefault(line.value().id(), Fate.SAME)))
            .toList();
      }
    };
  }

  private static Map<Id, Fate> fates(List<OrganisationEvent> events) {
    Map<Id, Fate> fates = new HashMap<>();
    for (OrganisationEvent event : events) {
      if (event instanceof OrganisationEvent.WorkerAdded(Worker worker)) fates.put(worker.id(), Fate.ADDED);
      if (event instanceof OrganisationEvent.WorkerChanged(Worker worker)) fates.put(worker.id(), Fate.CHANGED);
    }
    return fates;
  }

  private Optional<Member> member(String organisation) {
    try {
      return organisations.current(new Id(organisation)).state() instanceof Member member ? Optional.of(member) : Optional.empty();
    } catch (InvalidValue noId) {
      return Optional.empty();
    }
  }

  /** Who stands there twice is judged the first time. */
  private static TakeRoster roster(List<Line<Worker>> lines, Requester by) {
    Map<Id, Worker> workers = new LinkedHashMap<>();
    lines.stream().map(Line::value).filter(Objects::nonNull).forEach(worker -> workers.putIfAbsent(worker.id(), worker));
    return new TakeRoster(List.copyOf(workers.values()), by);
  }

  private static Map<String, List<Line<Worker>>> byOrganisation(List<Line<Worker>> lines) {
    return lines.stream().collect(Collectors.groupingBy(Line::organisation, LinkedHashMap::new, Collectors.toList()));
  }

  private static Told told(Line<Worker> line, Fate fate) {
    return new Told(line.number(), line.organisation(), line.id(), line.errors().isEmpty() ? fate : Fate.REFUSED, line.errors());
  }
}
