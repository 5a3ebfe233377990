package jp.tsunagu.portal.desk.view;

import java.util.List;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/** Who stands around a person, as far as this worker may know: guardians who are told and not told, people who were not asked. */
public record Family(List<Guardian> guardians, List<Other> others, String visitor, String visitorRelation) {
  public static final Family NONE = new Family(List.of(), List.of(), "", "");

  /**
   * @param place among the guardians
   * @param name  empty where it may not be told
   */
  public record Guardian(int place, String name, String relation, boolean implicated, String phone) {
    @Override
    public String toString() {
      return "Guardian[…]";
    }
  }

  /** @param ageBand empty where it is not known */
  public record Other(String relation, String ageBand) {}

  static Family of(JsonNode person) {
    var guardians = person.path("guardians").valueStream().toList();
    return new Family(IntStream.range(0, guardians.size()).mapToObj(i -> guardian(i, guardians.get(i))).toList(),
        person.path("others").valueStream().map(o -> new Other(text(o, "relation"), text(o, "ageBand"))).toList(),
        text(person.path("visitor"), "name"), text(person.path("visitor"), "relation"));
  }

  private static Guardian guardian(int place, JsonNode g) {
    return new Guardian(place, text(g, "name"), text(g, "relation"), g.path("implicated").asBoolean(false), text(g, "phone"));
  }

  /** Those who may agree on the person's behalf. */
  public List<Guardian> trusted() {
    return guardians.stream().filter(g -> !g.implicated()).toList();
  }

  public List<Guardian> untold() {
    return guardians.stream().filter(Guardian::implicated).toList();
  }

  public boolean isEmpty() {
    return guardians.isEmpty() && others.isEmpty() && visitor.isEmpty();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  @Override
  public String toString() {
    return "Family[…]";
  }
}
