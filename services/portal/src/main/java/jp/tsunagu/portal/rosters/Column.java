package jp.tsunagu.portal.rosters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;

/**
 * A column of a list.
 *
 * @param field the API's name of it
 * @param kind  what its cells hold
 */
record Column(String field, Kind kind) {
  private static final List<Locale> LANGUAGES = List.of(Locale.JAPANESE, Locale.ENGLISH);
  private static final Map<String, Boolean> ANSWERS = Map.ofEntries(Map.entry("はい", true), Map.entry("○", true), Map.entry("yes", true),
      Map.entry("true", true), Map.entry("1", true), Map.entry("いいえ", false), Map.entry("×", false), Map.entry("no", false),
      Map.entry("false", false), Map.entry("0", false));

  enum Kind {
    TEXT, TEXTS, ROLES, ANSWER
  }

  static Column text(String field) {
    return new Column(field, Kind.TEXT);
  }

  /** What stands over it in a template. */
  String head(MessageSource messages, Locale locale) {
    String said = messages.getMessage("import.column." + field, null, field, locale);
    return said == null ? field : said;
  }

  /** In either language, or as the API calls it. */
  boolean isCalled(String head, MessageSource messages) {
    return head.equals(field) || LANGUAGES.stream().anyMatch(l -> head(messages, l).equalsIgnoreCase(head));
  }

  /** What the API is sent for a cell that says something; empty for an answer that is none. */
  Optional<Object> value(String cell, MessageSource messages) {
    return switch (kind) {
      case TEXT -> Optional.of(cell);
      case TEXTS -> Optional.of(parts(cell, "[;；\\n]"));
      case ROLES -> Optional.of(parts(cell, "[;；、,，・\\n]").stream().map(said -> role(said, messages)).toList());
      case ANSWER -> Optional.ofNullable(ANSWERS.get(cell.toLowerCase(Locale.ROOT)));
    };
  }

  private static List<String> parts(String cell, String between) {
    return Arrays.stream(cell.split(between, -1)).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /** A word that is no role goes on as it is; the directory says that it is none. */
  private static String role(String said, MessageSource messages) {
    return List.of("CASEWORKER", "MANAGER", "SECRETARIAT", "ADMINISTRATOR").stream()
        .filter(role -> LANGUAGES.stream().anyMatch(l -> said.equalsIgnoreCase(messages.getMessage("role." + role, null, role, l))))
        .findFirst().orElse(said);
  }
}
