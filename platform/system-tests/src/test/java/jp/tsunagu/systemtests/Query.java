package jp.tsunagu.systemtests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL asks for. Not its meaning, which promtool knows; only which names stand in it.
 *
 * @param asked   one per selector
 * @param grouped the labels in {@code by (…)}, {@code on (…)} and their like
 */
record Query(String text, List<Selector> asked, Set<String> grouped) {
  private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool");
  private static final Pattern TOKEN = Pattern
      .compile("\\[[^]]*]|\\{[^}]*}|\"[^\"]*\"|\\d[\\w.]*|[a-zA-Z_:][\\w:]*|\\(|\\)|\\s+|.", Pattern.DOTALL);
  private static final Pattern MATCH = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

  /** @param equal the labels that have to have exactly this value */
  record Selector(String metric, Set<String> labels, Map<String, String> equal) {}

  static Query of(String text) {
    List<String> tokens = TOKEN.matcher(text).results().map(t -> t.group()).filter(t -> !t.isBlank()).toList();
    List<Selector> asked = new ArrayList<>();
    Set<String> grouped = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
      if (GROUPING.contains(token) && next.equals("(")) {
        for (i += 2; !tokens.get(i).equals(")"); i++) if (isName(tokens.get(i))) grouped.add(tokens.get(i));
      } else
        if (isName(token) && !WORDS.contains(token) && !next.equals("(") && !followsAggregation(next))
          asked.add(selector(token, next.startsWith("{") ? next : ""));
    }
    return new Query(text, List.copyOf(asked), Set.copyOf(grouped));
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0)) || token.charAt(0) == '_';
  }

  /** {@code max by (job) (…)}: the word before is a function. */
  private static boolean followsAggregation(String next) {
    return next.equals("by") || next.equals("without");
  }

  private static Selector selector(String metric, String braces) {
    Set<String> labels = new LinkedHashSet<>();
    Map<String, String> equal = new LinkedHashMap<>();
    Matcher each = MATCH.matcher(braces);
    while (each.find()) {
      labels.add(each.group(1));
      if (each.group(2).equals("=")) equal.put(each.group(1), each.group(3));
    }
    return new Selector(metric, Set.copyOf(labels), Map.copyOf(equal));
  }
}
