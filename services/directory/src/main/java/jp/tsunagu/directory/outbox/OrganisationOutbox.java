package jp.tsunagu.directory.outbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Organisation;
import jp.tsunagu.directory.Organisation.Employed;
import jp.tsunagu.directory.Organisation.Member;
import jp.tsunagu.directory.Worker;

/** From the state to the one message that replaces all earlier ones: ids, roles, who stands in for whom and who let whom in, no names. */
public final class OrganisationOutbox {
  private OrganisationOutbox() {}

  public static DirectoryMessage message(String id, Organisation organisation) {
    return switch (organisation) {
      case Organisation.Unknown unknown -> throw new IllegalStateException("nothing has happened to " + id);
      case Member m -> new DirectoryMessage.Organisation(id, m.profile().name(), m.active(), m.active() && m.profile().acceptsReferrals(),
          m.secretariat(), m.units(), workers(m), m.hours(), m.programmes(), m.answerTimes());
    };
  }

  private static List<DirectoryMessage.Worker> workers(Member member) {
    return member.workers().values().stream().map(worker -> worker(member.id(), worker)).toList();
  }

  private static DirectoryMessage.Worker worker(Id organisation, Employed employed) {
    Worker w = employed.worker();
    var roles = w.roles().stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    return new DirectoryMessage.Worker(w.id().value(), organisation.value(), roles, w.unit(), value(w.deputy()), value(w.manager()),
        employed.state(), employed.absences(), employed.letIn());
  }

  private static @Nullable String value(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
