package jp.tsunagu.directory.http;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.register.Entry;

/** An organisation as it is shown. */
record OrganisationBody(String organisation, String name, String kind, String audience, List<String> modes, boolean anonymousOnly,
    boolean acceptsReferrals, boolean addressPublic, boolean active, boolean secretariat, List<String> units,
    @Nullable List<WorkerBody> workers, @Nullable OpeningHours hours, List<Programme> programmes, long version) {

  /**
   * @param email    only for who manages the organisation
   * @param absences only for colleagues, whose business it is who stands in for whom
   */
  record WorkerBody(String worker, String displayName, String displayNameKana, @Nullable String email, List<WorkerRole> roles,
      @Nullable String unit, @Nullable String deputy, @Nullable String manager, WorkerState state, @Nullable List<Absence> absences) {}

  /** Without its workers. */
  static OrganisationBody brief(Entry entry) {
    return of(entry, null);
  }

  /** With its workers, in the order of their フリガナ. */
  static OrganisationBody full(Entry entry, Requester reader) {
    boolean addresses = reader.manages(new Id(entry.organisation()));
    boolean colleague = addresses || reader.organisation().equals(entry.organisation());
    return of(entry, entry.workers().stream().sorted(Comparator.comparing(Entry.Person::displayNameKana))
        .map(p -> new WorkerBody(p.worker(), p.displayName(), p.displayNameKana(), addresses ? p.email() : null, p.roles(), p.unit(),
            p.deputy(), p.manager(), p.state(), colleague ? p.absences() : null))
        .toList());
  }

  private static OrganisationBody of(Entry e, @Nullable List<WorkerBody> workers) {
    var p = e.profile();
    return new OrganisationBody(e.organisation(), p.name(), p.kind(), p.audience(), p.modes(), p.anonymousOnly(), p.acceptsReferrals(),
        p.addressPublic(), e.active(), e.secretariat(), e.units(), workers, e.hours(), e.programmes(), e.version());
  }
}
