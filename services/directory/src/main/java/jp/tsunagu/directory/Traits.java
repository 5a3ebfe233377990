package jp.tsunagu.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Absence;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.contracts.OpeningHours;
import jp.tsunagu.contracts.Programme;

/** Values laid out by the names their fields have in the API, so that two of them can be held against each other. */
public final class Traits {
  private Traits() {}

  /**
   * @param before what stood there; empty for nothing
   * @param after  what stands there since
   */
  public record Change(String field, List<String> before, List<String> after) {}

  static List<Change> changes(Map<String, List<String>> before, Map<String, List<String>> after) {
    Set<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String field : fields) {
      var change = new Change(field, before.getOrDefault(field, List.of()), after.getOrDefault(field, List.of()));
      if (!change.before().equals(change.after())) changes.add(change);
    }
    return changes;
  }

  static Map<String, List<String>> of(Profile profile, List<String> units) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("name", List.of(profile.name()));
    traits.put("kind", List.of(profile.kind()));
    traits.put("audience", List.of(profile.audience()));
    traits.put("modes", profile.modes());
    traits.put("anonymousOnly", List.of(String.valueOf(profile.anonymousOnly())));
    traits.put("acceptsReferrals", List.of(String.valueOf(profile.acceptsReferrals())));
    traits.put("addressPublic", List.of(String.valueOf(profile.addressPublic())));
    traits.put("partnerType", present(profile.partnerType()));
    traits.put("units", units);
    return traits;
  }

  static Map<String, List<String>> of(Worker worker) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("displayName", List.of(worker.name().name()));
    traits.put("displayNameKana", List.of(worker.name().kana()));
    traits.put("email", List.of(worker.email().address()));
    traits.put("roles", worker.roles().stream().sorted().map(Enum::name).toList());
    traits.put("unit", present(worker.unit()));
    traits.put("deputy", present(worker.deputy()));
    traits.put("manager", present(worker.manager()));
    return traits;
  }

  static Map<String, List<String>> of(OpeningHours hours) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("week", hours.week().stream().map(d -> d.day() + " " + d.from() + " " + d.to()).toList());
    traits.put("onHolidays", List.of(String.valueOf(hours.onHolidays())));
    traits.put("closed", hours.closed().stream().map(Object::toString).toList());
    return traits;
  }

  /** By name; whom each is for is for its own page. */
  static Map<String, List<String>> of(List<Programme> programmes) {
    return Map.of("programmes", programmes.stream().map(Programme::name).toList());
  }

  static Map<String, List<String>> of(AnswerTimes times) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    times.byUrgency().forEach((urgency, time) -> traits.put(urgency.name(), List.of(time)));
    return traits;
  }

  static Map<String, List<String>> of(PartnerType type) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("nameJa", List.of(type.nameJa()));
    traits.put("nameEn", List.of(type.nameEn()));
    traits.put("offered", List.of(String.valueOf(type.offered())));
    return traits;
  }

  static Map<String, List<String>> of(ConsentText text) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("request", List.of(text.request()));
    traits.put("freedom", List.of(text.freedom()));
    traits.put("items", List.copyOf(text.items().values()));
    return traits;
  }

  static Map<String, List<String>> of(Absence absence) {
    Map<String, List<String>> traits = new LinkedHashMap<>();
    traits.put("from", List.of(absence.from().toString()));
    traits.put("to", List.of(absence.to().toString()));
    return traits;
  }

  private static List<String> present(@Nullable Object value) {
    return Stream.ofNullable(value).map(Object::toString).toList();
  }
}
