package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.directory.History.What;
import jp.tsunagu.directory.Traits.Change;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;

/** What happened, told in the order people ask for it: the newest first, and of each change what it changed. */
class HistorySpec {
  private static final Id ORG = new Id("org05");
  private static final Id ONE = new Id("org05-1");
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
  private static final Actor MANAGER = new Actor("org05", "org05-m");
  private static final Profile PROFILE = new Profile("応援センター", "相談", "若者", List.of("来所"), false, true, false);

  private final List<Commit<OrganisationEvent>> commits = new ArrayList<>();

  @Test
  void tellsTheNewestFirstWithWhoAndWhen() {
    happens(joined(), new OrganisationEvent.SecretariatTaken());
    happens(added("一係", null));
    assertThat(History.of(commits)).extracting(History.Line::what).containsExactly(What.WORKER_ADDED, What.SECRETARIAT_TAKEN, What.JOINED);
    History.Line newest = History.of(commits).getFirst();
    assertThat(newest.by()).isEqualTo(MANAGER);
    assertThat(newest.at()).isEqualTo(NOW.plusSeconds(2));
    assertThat(newest.version()).isEqualTo(2);
    assertThat(newest.worker()).isEqualTo(ONE);
  }

  @Test
  void namesOfAChangeOnlyWhatItChanged() {
    happens(joined());
    happens(added("一係", null));
    happens(new OrganisationEvent.WorkerChanged(worker("二係", "org05-2")));
    assertThat(History.of(commits).getFirst().changes()).containsExactly(new Change("unit", List.of("一係"), List.of("二係")),
        new Change("deputy", List.of(), List.of("org05-2")));
    happens(new OrganisationEvent.Described(new Profile("応援センター", "相談", "若者", List.of("来所", "電話"), false, true, true), List.of("一係")));
    assertThat(History.of(commits).getFirst().changes()).containsExactly(new Change("modes", List.of("来所"), List.of("来所", "電話")),
        new Change("addressPublic", List.of("false"), List.of("true")), new Change("units", List.of("一係", "二係"), List.of("一係")));
  }

  @Test
  void comparesOpeningHoursWithThoseBefore() {
    happens(joined());
    happens(new OrganisationEvent.HoursKept(hours("09:00")));
    happens(new OrganisationEvent.HoursKept(hours("10:00")));
    List<History.Line> told = History.of(commits);
    assertThat(told.getFirst().changes())
        .containsExactly(new Change("week", List.of("MONDAY 09:00 17:00"), List.of("MONDAY 10:00 17:00")));
    assertThat(told.get(1).changes()).extracting(Change::field).containsExactly("week", "onHolidays");
  }

  @Test
  void namesTheProgrammesThatAreNew() {
    happens(joined());
    happens(new OrganisationEvent.ProgrammesTold(List.of(programme("しごと相談"))));
    happens(new OrganisationEvent.ProgrammesTold(List.of(programme("しごと相談"), programme("居場所"))));
    assertThat(History.of(commits).getFirst().what()).isEqualTo(What.PROGRAMMES_TOLD);
    assertThat(History.of(commits).getFirst().changes())
        .containsExactly(new Change("programmes", List.of("しごと相談"), List.of("しごと相談", "居場所")));
  }

  @Test
  void tellsWhichAnswerTimesChanged() {
    happens(joined());
    happens(new OrganisationEvent.AnswerTimesSet(new AnswerTimes("12h", null, "5bd")));
    happens(new OrganisationEvent.AnswerTimesSet(new AnswerTimes("12h", "48h", null)));
    assertThat(History.of(commits).getFirst().what()).isEqualTo(What.ANSWER_TIMES_SET);
    assertThat(History.of(commits).getFirst().changes()).containsExactlyInAnyOrder(new Change("NORMAL", List.of("5bd"), List.of()),
        new Change("URGENT", List.of(), List.of("48h")));
  }

  @Test
  void tellsThatItBecameAPartner() {
    happens(joined());
    happens(new OrganisationEvent.Described(
        new Profile("応援センター", "相談", "若者", List.of("来所"), false, false, false, new Id("residents")), List.of("一係", "二係")));
    assertThat(History.of(commits).getFirst().changes()).containsExactly(new Change("acceptsReferrals", List.of("true"), List.of("false")),
        new Change("partnerType", List.of(), List.of("residents")));
  }

  @Test
  void tellsOfEveryEventThereIs() {
    happens(joined());
    happens(added("一係", null));
    happens(new OrganisationEvent.AbsencePlanned(ONE, new Absence(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 2))));
    happens(new OrganisationEvent.AbsenceCancelled(ONE, LocalDate.of(2026, 5, 1)));
    happens(new OrganisationEvent.LetterWritten(ONE, null));
    happens(new OrganisationEvent.WorkerLeaving(ONE, NOW), new OrganisationEvent.WorkerStayed(ONE));
    happens(new OrganisationEvent.WorkerLeaving(ONE, NOW), new OrganisationEvent.WorkerLeft(ONE));
    happens(new OrganisationEvent.SecretariatTaken(), new OrganisationEvent.SecretariatYielded());
    happens(new OrganisationEvent.Left());
    assertThat(History.of(commits).reversed()).extracting(History.Line::what).containsExactly(What.JOINED, What.WORKER_ADDED,
        What.ABSENCE_PLANNED, What.ABSENCE_CANCELLED, What.LETTER_WRITTEN, What.WORKER_LEAVING, What.WORKER_STAYED, What.WORKER_LEAVING,
        What.WORKER_LEFT, What.SECRETARIAT_TAKEN, What.SECRETARIAT_YIELDED, What.LEFT);
  }

  private void happens(OrganisationEvent... events) {
    long version = commits.size() + 1L;
    long first = commits.stream().mapToLong(c -> c.events().size()).sum() + 1;
    commits.add(new Commit<>(version, first, NOW.plusSeconds(version), MANAGER, Cause.message("m" + version), List.of(events)));
  }

  private static OrganisationEvent joined() {
    return new OrganisationEvent.Joined(ORG, PROFILE, List.of("一係", "二係"));
  }

  private static OrganisationEvent added(String unit, @Nullable String deputy) {
    return new OrganisationEvent.WorkerAdded(worker(unit, deputy));
  }

  private static Worker worker(String unit, @Nullable String deputy) {
    return new Worker(ONE, new DisplayName("架空", "カクウ"), new Email("a@org05.example"), Set.of(WorkerRole.CASEWORKER), unit,
        deputy == null ? null : new Id(deputy), null);
  }

  private static Programme programme(String name) {
    return new Programme("p-" + name.length(), name, Set.of(Worry.JOB_SEARCH), null, null, List.of("ja"), Programme.Capacity.OPEN,
        LocalDate.of(2026, 4, 1));
  }

  private static OpeningHours hours(String from) {
    return new OpeningHours(List.of(new OpeningHours.Day(DayOfWeek.MONDAY, LocalTime.parse(from), LocalTime.of(17, 0))), false, List.of());
  }
}
