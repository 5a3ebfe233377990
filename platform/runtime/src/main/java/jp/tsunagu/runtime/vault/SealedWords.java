package jp.tsunagu.runtime.vault;

import jp.tsunagu.journal.FreeText;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How {@link FreeText} is stored: {@code {"sealed": "…"}}, closed by the {@link Seal} that stands as an attribute under its
 * class. Reading opens nothing. {@code {"text": "…"}} is how it was kept before there were seals.
 */
public final class SealedWords extends SimpleModule {
  private static final long serialVersionUID = 1L;

  public SealedWords() {
    super("sealed-words");
    addSerializer(FreeText.class, new Writer());
    addDeserializer(FreeText.class, new Reader());
  }

  /** The seal of the person whose stream is written or read. */
  public static Seal seal(@org.jspecify.annotations.Nullable Object attribute) {
    if (attribute instanceof Seal seal) return seal;
    throw new IllegalStateException("personal words outside of a journal");
  }

  private static final class Writer extends StdSerializer<FreeText> {
    Writer() {
      super(FreeText.class);
    }

    @Override
    public void serialize(FreeText text, JsonGenerator to, SerializationContext context) {
      String box = switch (text) {
        case FreeText.Written written -> seal(context.getAttribute(Seal.class)).close(written.text());
        case FreeText.Sealed sealed -> sealed.box();
      };
      to.writeStartObject().writeStringProperty("sealed", box).writeEndObject();
    }
  }

  private record Stored(@org.jspecify.annotations.Nullable String sealed, @org.jspecify.annotations.Nullable String text) {}

  private static final class Reader extends StdDeserializer<FreeText> {
    Reader() {
      super(FreeText.class);
    }

    @Override
    public FreeText deserialize(JsonParser from, DeserializationContext context) {
      if (from.currentToken() != JsonToken.START_OBJECT) return (FreeText) context.handleUnexpectedToken(FreeText.class, from);
      Stored stored = context.readValue(from, Stored.class);
      return stored.sealed() != null ? new FreeText.Sealed(stored.sealed()) : FreeText.of(stored.text() == null ? "" : stored.text());
    }
  }
}
