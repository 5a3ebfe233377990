package jp.tsunagu.portal.desk.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * Other cases of the same person, as intake tells their holder.
 *
 * @param there     false where the reader is not the holder, or intake is away
 * @param requested whether the secretariat was asked and somebody still owes an answer
 */
public record Links(boolean there, List<Side> items, List<Proposed> proposals, boolean requested) {
  /** @param organisation that holds it, empty if not known */
  public record Side(String caseId, String organisation) {}

  /**
   * A connection that waits, without any person.
   *
   * @param cases   both for the secretariat, a holder's own alone
   * @param reasons what agreed, in codes
   * @param agreed  those of the cases whose holder has agreed
   */
  public record Proposed(String connectionId, String state, List<Side> cases, List<String> reasons, String likelihood, Instant dueAt,
      List<String> agreed) {
    public boolean waitsFor(String caseId) {
      return state.equals("PROPOSED") && !agreed.contains(caseId);
    }
  }

  public static Links none() {
    return new Links(false, List.of(), List.of(), false);
  }

  public static Links of(Optional<JsonNode> answer) {
    return answer.map(a -> new Links(true, sides(a.path("items")), proposals(a.path("proposals")), a.path("requested").asBoolean(false)))
        .orElse(none());
  }

  public static List<Proposed> proposals(JsonNode items) {
    List<Proposed> all = new ArrayList<>();
    items.forEach(i -> all.add(new Proposed(text(i, "connectionId"), text(i, "state"), sides(i.path("cases")), texts(i.path("reasons")),
        text(i, "likelihood"), Instant.parse(text(i, "dueAt")), texts(i.path("agreed")))));
    return List.copyOf(all);
  }

  private static List<Side> sides(JsonNode items) {
    return items.valueStream().map(i -> new Side(text(i, "caseId"), text(i, "organisation"))).toList();
  }

  private static List<String> texts(JsonNode items) {
    return items.valueStream().map(i -> i.asString("")).toList();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
