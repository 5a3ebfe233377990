package jp.tsunagu.runtime.journal;

import jp.tsunagu.contracts.CaseParties.Face;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads values of the published language that once had another form, wherever they lie: on topics, in journals and in read models.
 * A field that is only new needs nothing here; its record takes null for it.
 */
final class FormerForms extends SimpleModule {
  private static final long serialVersionUID = 1L;

  FormerForms() {
    super("former-forms");
    addDeserializer(Face.class, new Faces());
  }

  /** {@code {as, party: {organisation, worker}}} is from when nobody was asked but by name. */
  private static final class Faces extends StdDeserializer<Face> {
    Faces() {
      super(Face.class);
    }

    @Override
    public Face deserialize(JsonParser from, DeserializationContext context) {
      JsonNode face = context.readTree(from);
      JsonNode who = face.has("party") ? face.get("party") : face;
      return new Face(face.required("as").asString(), who.required("organisation").asString(),
          who.hasNonNull("worker") ? who.get("worker").asString() : null);
    }
  }
}
