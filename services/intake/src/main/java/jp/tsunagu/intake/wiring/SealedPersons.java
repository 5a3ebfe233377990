package jp.tsunagu.intake.wiring;

import java.util.List;

import jp.tsunagu.intake.Person;
import jp.tsunagu.runtime.journal.ShownWords;
import jp.tsunagu.runtime.journal.StoredJson;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.runtime.vault.SealedWords;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How a person is stored: {@code {"sealed": "…"}}, in the box {@code {"named": {…}}} or {@code {"pseudonym": {…}}}. Unlike
 * free text it is opened when it is read, because search and sight depend on it; without the key it is an erased person.
 */
final class SealedPersons extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper INSIDE = StoredJson.with(List.of(new ShownWords()));

  SealedPersons() {
    super("sealed-persons");
    addSerializer(Person.Known.class, new Writer());
    addDeserializer(Person.Known.class, new Reader());
  }

  private static final class Writer extends StdSerializer<Person.Known> {
    Writer() {
      super(Person.Known.class);
    }

    @Override
    public void serialize(Person.Known person, JsonGenerator to, SerializationContext context) {
      var inside = INSIDE.createObjectNode();
      switch (person) {
        case Person.Named named -> inside.set("named", INSIDE.valueToTree(named));
        case Person.Pseudonym pseudonym -> inside.set("pseudonym", INSIDE.valueToTree(pseudonym));
        case Person.Erased erased -> throw new IllegalStateException("nobody is recorded as erased; their key is destroyed");
      }
      String box = SealedWords.seal(context.getAttribute(Seal.class)).close(INSIDE.writeValueAsString(inside));
      to.writeStartObject().writeStringProperty("sealed", box).writeEndObject();
    }
  }

  private static final class Reader extends StdDeserializer<Person.Known> {
    Reader() {
      super(Person.Known.class);
    }

    @Override
    public Person.Known deserialize(JsonParser from, DeserializationContext context) {
      JsonNode stored = context.readTree(from);
      if (!stored.has("sealed")) return stored.has("familyName") ? named(stored) : pseudonym(stored); // as it was before there were seals
      return SealedWords.seal(context.getAttribute(Seal.class)).open(stored.path("sealed").asString()).map(INSIDE::readTree)
          .map(inside -> inside.has("named") ? named(inside.path("named")) : pseudonym(inside.path("pseudonym")))
          .orElseGet(Person.Erased::new);
    }

    private static Person.Known named(JsonNode stored) {
      return INSIDE.treeToValue(stored, Person.Named.class);
    }

    private static Person.Known pseudonym(JsonNode stored) {
      return INSIDE.treeToValue(stored, Person.Pseudonym.class);
    }
  }
}
