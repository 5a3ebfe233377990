package jp.tsunagu.directory.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Offer;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Entry;

/**
 * An organisation as it is shown.
 *
 * @param partnerType absent for a member of the council
 * @param answerTimes where they are not as usual
 * @param may         what the reader is offered to do; absent in lists
 */
record OrganisationBody(String organisation, String name, String kind, String audience, List<String> modes, boolean anonymousOnly,
    boolean acceptsReferrals, boolean addressPublic, @Nullable String partnerType, boolean active, boolean secretariat, List<String> units,
    @Nullable List<WorkerBody> workers, @Nullable OpeningHours hours, List<Programme> programmes, Map<Urgency, String> answerTimes,
    @Nullable Set<Offer> may, long version) {

  /**
   * @param email    only for who manages the organisation
   * @param absences only for colleagues, whose business it is who stands in for whom
   * @param may      what the reader is offered to do
   */
  record WorkerBody(String worker, String displayName, String displayNameKana, @Nullable String email, List<WorkerRole> roles,
      @Nullable String unit, @Nullable String deputy, @Nullable String manager, WorkerState state, @Nullable List<Absence> absences,
      Set<Offer> may) {}

  /** Without its workers. */
  static OrganisationBody brief(Entry entry) {
    return of(entry, null, null);
  }

  /** With its workers, in the order of their フリガナ. */
  static OrganisationBody full(Entry entry, Requester reader) {
    var id = new Id(entry.organisation());
    boolean colleague = reader.manages(id) || reader.organisation().equals(entry.organisation());
    return of(entry, entry.workers().stream().sorted(Comparator.comparing(Entry.Person::displayNameKana))
        .map(p -> worker(p, id, reader, colleague)).toList(), Offer.ofOrganisation(reader, id, entry.active(), entry.secretariat()));
  }

  private static WorkerBody worker(Entry.Person p, Id organisation, Requester reader, boolean colleague) {
    return new WorkerBody(p.worker(), p.displayName(), p.displayNameKana(), reader.manages(organisation) ? p.email() : null, p.roles(),
        p.unit(), p.deputy(), p.manager(), p.state(), colleague ? p.absences() : null,
        Offer.ofWorker(reader, organisation, Set.copyOf(p.roles()), p.unit(), p.state()));
  }

  private static OrganisationBody of(Entry e, @Nullable List<WorkerBody> workers, @Nullable Set<Offer> may) {
    var p = e.profile();
    Id type = p.partnerType();
    return new OrganisationBody(e.organisation(), p.name(), p.kind(), p.audience(), p.modes(), p.anonymousOnly(), p.acceptsReferrals(),
        p.addressPublic(), type == null ? null : type.value(), e.active(), e.secretariat(), e.units(), workers, e.hours(), e.programmes(),
        e.answerTimes().byUrgency(), may,
        e.version());
  }
}
