package jp.tsunagu.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running services count, and that it tells on nobody. */
@ExtendWith(Town.Here.class)
class MetricsTest {
  /** By service, what has to be there before anything happened. */
  private static final Map<String, List<String>> FROM_THE_START = Map.of( //
      "follow-up", List.of("tsunagu_deadline_lateness_seconds_bucket", "tsunagu_deadline_waiting_seconds", "tsunagu_ladder_climbed_total"),
      "referral", List.of("tsunagu_answers_waiting", "tsunagu_answers_overdue"), //
      "notification", List.of("tsunagu_ladder_climbed_total", "tsunagu_channel_roads", "tsunagu_notices_delivered_total",
          "tsunagu_notices_bounced_total", "tsunagu_notices_lanes_waiting"),
      "portal", List.of("tsunagu_circuit", "tsunagu_gaps_open", "tsunagu_gap_seconds", "tsunagu_audit_age"));
  private static final List<String> OF_EVERY_SERVICE = List.of("tsunagu_ready", "tsunagu_relay_backlog", "tsunagu_relay_backlog_age",
      "tsunagu_parking_waiting", "tsunagu_parking_stuck", "tsunagu_parking_age");
  /** A case, an organisation, a worker; whatever is one of these must not become a series of its own. */
  private static final Pattern TELLS = Pattern.compile(".*(c-[0-9a-hjkmnp-tv-z]{26}|org\\d\\d|架空|(?<!\\}/)secretariat|machine-of).*");

  private final Town town;

  MetricsTest(Town town) {
    this.town = town;
  }

  @Test
  void countsFromTheStartWhatTheRulesAskFor() {
    var exposed = Exposed.by(town);
    FROM_THE_START.forEach((service, names) -> assertThat(names(exposed, service)).as(service).containsAll(names));
    for (String service : Exposed.SERVICES)
      if (!service.equals("identity")) assertThat(names(exposed, service)).as(service).containsAll(OF_EVERY_SERVICE);
    assertThat(exposed.labels("tsunagu_consumer_lag")).containsExactlyInAnyOrder("group", "topic", "job", "instance");
    exposed.series().forEach((service, all) -> assertThat(all).as(service).filteredOn(one -> one.name().startsWith("tsunagu_"))
        .allSatisfy(one -> assertThat(one.value()).as(one.toString()).isNotNaN()));
  }

  private static List<String> names(Exposed exposed, String service) {
    return exposed.series().getOrDefault(service, List.of()).stream().map(Exposed.Series::name).toList();
  }

  @Test
  void countsAnAnswerThatIsWaitedForAndADateThatPasses() {
    Desk yell = town.desk("org05");
    Matter matter = yell.opens("HOUSING");
    var before = Exposed.by(town);
    matter.propose("org08-1", Matter.on(matter.consent("org08", "相談を引き継ぐため"))).done();
    Town.eventually(() -> assertThat(count("tsunagu_answers_waiting", "referral"))
        .isGreaterThan(before.sum("tsunagu_answers_waiting", "job", "referral")));
    Town.eventually(() -> assertThat(yell.owes(matter)).isNotEmpty());
    town.pass(Duration.ofDays(8));
    Town.eventually(() -> assertThat(count("tsunagu_answers_overdue", "referral")).isPositive());
    Town.eventually(() -> assertThat(count("tsunagu_deadline_lateness_seconds_count", "follow-up"))
        .isGreaterThan(before.sum("tsunagu_deadline_lateness_seconds_count", "job", "follow-up")));
    assertThat(count("tsunagu_ladder_climbed_total", "follow-up"))
        .isGreaterThan(before.sum("tsunagu_ladder_climbed_total", "job", "follow-up"));
  }

  private double count(String metric, String service) {
    return Exposed.by(town).sum(metric, "job", service);
  }

  @Test
  void namesNobodyAndNoCase() {
    Desk yell = town.desk("org05");
    Matter matter = yell.opens("HOUSING");
    matter.handover(matter.propose("org08-1", Matter.on(matter.consent("org08", "相談を引き継ぐため"))).id("referralId"));
    Town.eventually(() -> assertThat(yell.get("/api/cases/" + matter.id() + "/ledger").body().toString()).contains("PROPOSED"));
    yell.get("/api/cases/c-00000000000000000000000000");
    yell.get("/api/organisations/org05/history");
    Exposed.by(town).series().forEach((service, all) -> all.forEach(series -> series.labels().forEach((label, value) -> //
    assertThat(value).as(service + " " + series.name() + " " + label).doesNotMatch(TELLS))));
  }

  @Test
  void tellsNothingToOthers() {
    for (String service : Exposed.SERVICES)
      assertThat(Exposed.ask(town, service, town.desk("admin").token()).statusCode()).as(service).isEqualTo(403);
  }
}
