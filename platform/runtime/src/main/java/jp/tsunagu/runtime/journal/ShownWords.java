package jp.tsunagu.runtime.journal;

import jp.tsunagu.journal.FreeText;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads texts that were taken before a rule about what can be seen, and would be refused now: {@code �} stands for what cannot be
 * shown. A rule is for what comes in; history that does not fit it has still happened, and without it nobody could open the stream.
 */
public final class ShownWords extends SimpleModule {
  private static final long serialVersionUID = 1L;
  private static final String UNSHOWN = "\uFFFD";

  public ShownWords() {
    super("shown-words");
    addDeserializer(String.class, new Reader());
  }

  private static final class Reader extends StdScalarDeserializer<String> {
    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser from, DeserializationContext context) {
      String text = FreeText.UNREADABLE.matcher(from.getValueAsString("")).replaceAll(UNSHOWN);
      return text.isEmpty() || FreeText.visible(text) ? text : UNSHOWN;
    }
  }
}
