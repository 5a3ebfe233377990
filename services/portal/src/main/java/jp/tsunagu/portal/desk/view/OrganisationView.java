package jp.tsunagu.portal.desk.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * 参加団体 as a page shows it.
 *
 * @param partnerType empty for a member of the council
 * @param may what the directory offers the reader to do
 */
public record OrganisationView(String id, String name, String kind, String audience, List<String> modes, boolean anonymousOnly,
    boolean acceptsReferrals, boolean addressPublic, String partnerType, boolean active, boolean secretariat, List<String> units,
    List<WorkerView> workers,
    HoursView hours, AnswerTimesView answerTimes, Set<String> may, long version) {

  public static OrganisationView of(JsonNode told) {
    return new OrganisationView(text(told, "organisation"), text(told, "name"), text(told, "kind"), text(told, "audience"),
        texts(told, "modes"), told.path("anonymousOnly").asBoolean(false), told.path("acceptsReferrals").asBoolean(false),
        told.path("addressPublic").asBoolean(false), text(told, "partnerType"), told.path("active").asBoolean(true),
        told.path("secretariat").asBoolean(false),
        texts(told, "units"), told.path("workers").valueStream().map(WorkerView::of).toList(), HoursView.of(told.path("hours")),
        AnswerTimesView.of(told.path("answerTimes")), may(told), told.path("version").asLong(0));
  }

  public boolean may(String offer) {
    return may.contains(offer);
  }

  public Optional<WorkerView> worker(String worker) {
    return workers.stream().filter(w -> w.id().equals(worker)).findFirst();
  }

  /** What somebody is called, also who came a moment ago. */
  public String called(String worker, Words words) {
    return worker(worker).map(WorkerView::name).orElseGet(() -> words.worker(worker));
  }

  /** Who can stand in for somebody, or be told in their place. */
  public List<WorkerView> colleagues(String besides) {
    return workers.stream().filter(w -> w.state().equals("ACTIVE") && !w.id().equals(besides)).toList();
  }

  /** The same as long as nobody describes it otherwise. */
  public String mark() {
    return Integer
        .toHexString(Objects.hash(name, kind, audience, modes, anonymousOnly, acceptsReferrals, addressPublic, partnerType, units));
  }

  static String text(JsonNode told, String field) {
    return told.path(field).asString("");
  }

  static List<String> texts(JsonNode told, String field) {
    return told.path(field).valueStream().map(one -> one.asString("")).toList();
  }

  static Set<String> may(JsonNode told) {
    return texts(told, "may").stream().collect(Collectors.toUnmodifiableSet());
  }
}
