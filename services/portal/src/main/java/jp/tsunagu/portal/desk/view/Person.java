package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * The person and their story as intake tells them to this worker now.
 *
 * @param there  false when intake is away or tells nothing: the page shows the case's code instead
 * @param label  a name, a pseudonym, or empty
 * @param kana   フリガナ, or empty
 * @param facts  message keys and values, e.g. {@code birthDate} and a date
 */
public record Person(boolean there, String label, String kana, boolean anonymous, boolean erased, List<Fact> facts, List<Concern> worries,
    String story,
    String wishes, String channel, String urgency, String withheldWhy, Family family) {

  public record Fact(String name, String value) {}

  public record Concern(String kind, boolean main) {}

  public static Person of(Optional<JsonNode> answer) {
    return answer.map(Person::read).orElse(new Person(false, "", "", false, false, List.of(), List.of(), "", "", "", "", "", Family.NONE));
  }

  private static Person read(JsonNode c) {
    JsonNode p = c.path("person");
    List<Concern> worries = new ArrayList<>();
    c.path("worries").forEach(w -> worries.add(new Concern(text(w, "kind"), w.path("main").asBoolean(false))));
    return new Person(true, label(p), (text(p, "familyNameKana") + " " + text(p, "givenNameKana")).strip(),
        p.path("anonymous").asBoolean(false), p.path("erased").asBoolean(false), facts(p),
        worries, text(c, "story"), text(c, "wishes"), text(c, "channel"), text(c, "urgency"), text(c, "withheldWhy"), Family.of(p));
  }

  private static String label(JsonNode p) {
    return p.hasNonNull("pseudonym") ? text(p, "pseudonym") : (text(p, "familyName") + " " + text(p, "givenName")).strip();
  }

  private static List<Fact> facts(JsonNode p) {
    List<Fact> facts = new ArrayList<>();
    for (String name : List.of("birthDate", "ageBand", "gender", "email", "language")) add(facts, name, text(p, name));
    p.path("phones").forEach(phone -> add(facts, "phone", phone.asString("")));
    add(facts, "contactThrough", text(p, "contactThrough"));
    if (p.path("addressHidden").asBoolean(false)) add(facts, "addressHidden", "true");
    add(facts, "address", (text(p.path("address"), "postcode") + " " + text(p.path("address"), "text")).strip());
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isBlank()) facts.add(new Fact(name, value));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }

  @Override
  public String toString() {
    return "Person[…]";
  }
}
