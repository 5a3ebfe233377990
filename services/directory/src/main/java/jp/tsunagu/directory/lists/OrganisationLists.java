package jp.tsunagu.directory.lists;

import java.util.List;

import org.springframework.stereotype.Component;

import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.OrganisationCommand;
import jp.tsunagu.directory.OrganisationCommand.Describe;
import jp.tsunagu.directory.OrganisationCommand.Join;
import jp.tsunagu.directory.OrganisationDecider;
import jp.tsunagu.directory.OrganisationEvent;
import jp.tsunagu.directory.lists.Line.Fate;
import jp.tsunagu.directory.lists.Line.Told;
import jp.tsunagu.directory.register.Organisations;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Outcome;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Answers;

/** Organisations taken in as a list: unknown ones join, known ones present themselves as it says, and none goes. */
@Component
public class OrganisationLists {
  private final Organisations organisations;

  OrganisationLists(Organisations organisations) {
    this.organisations = organisations;
  }

  /** What would become of each line; nothing changes. */
  public List<Told> rehearse(List<Line<Join>> lines) {
    return Line.unique(lines, Line::id, "organisation").stream().map(this::rehearse).toList();
  }

  private Told rehearse(Line<Join> line) {
    Join join = line.value();
    if (join == null || !line.errors().isEmpty()) return told(line, Fate.REFUSED);
    Organisation now = organisations.current(join.id()).state();
    return switch (new OrganisationDecider().decide(command(join, now), now)) {
      case Decision.Refused<OrganisationEvent>(var refusal) -> told(line.wrong(Line.error(refusal)), Fate.REFUSED);
      case Decision.Accepted<OrganisationEvent>(List<OrganisationEvent> events) -> told(line, fate(events));
    };
  }

  /** @param lines that were rehearsed without an error */
  public List<Told> carryOut(List<Line<Join>> lines, Act act) {
    return lines.stream().map(line -> carryOut(line, act)).toList();
  }

  private Told carryOut(Line<Join> line, Act act) {
    Join join = line.value();
    if (join == null) return told(line, Fate.REFUSED);
    var cause = new Cause(act.cause().id() + "/" + join.id(), act.cause().fingerprint());
    OrganisationCommand command = command(join, organisations.current(join.id()).state());
    return switch (organisations.handle(join.id(), command, act.at(), act.actor(), cause, null)) {
      case Outcome.Refused<OrganisationEvent, Organisation>(var refusal) -> told(line.wrong(Line.error(refusal)), Fate.REFUSED);
      case Outcome<OrganisationEvent, Organisation> other -> told(line, fate(Answers.done(other).events()));
    };
  }

  private static OrganisationCommand command(Join join, Organisation now) {
    return switch (now) {
      case Organisation.Unknown _ -> join;
      case Organisation.Member _ -> new Describe(join.profile(), join.units(), join.typeOffered(), join.by());
    };
  }

  private static Fate fate(List<OrganisationEvent> events) {
    if (events.isEmpty()) return Fate.SAME;
    return events.getFirst() instanceof OrganisationEvent.Joined ? Fate.ADDED : Fate.CHANGED;
  }

  private static Told told(Line<Join> line, Fate fate) {
    return new Told(line.number(), line.organisation(), "", line.errors().isEmpty() ? fate : Fate.REFUSED, line.errors());
  }
}
