package jp.tsunagu.systemtests.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs' sources, where the words about a setting stand. */
final class Sources {
  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern PARAMETER = Pattern.compile("@param\\s+(\\w+)\\s+(.*?)(?=@param|\\*/|@throws|\\z)", Pattern.DOTALL);
  private final Map<Path, String> texts = new HashMap<>();

  Sources() {
    for (String part : new String[]{"platform", "services"}) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(part))) {
        all.filter(path -> path.toString().contains("/src/main/java/") && path.toString().endsWith(".java"))
            .forEach(path -> texts.put(path, read(path)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stream<String> all() {
    return texts.keySet().stream().sorted().map(path -> texts.getOrDefault(path, ""));
  }

  /** What is said of each component of a record, by name. */
  Map<String, String> said(Class<?> type) {
    Map<String, String> said = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(comment(type));
    while (parameter.find()) said.putIfAbsent(parameter.group(1), plain(parameter.group(2)));
    return said;
  }

  /** The comment right before the record, if there is one. */
  private String comment(Class<?> type) {
    String source = source(type);
    Matcher before = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:public |private |static )*record "
        + type.getSimpleName() + "\\b", Pattern.DOTALL).matcher(source);
    return before.find() ? before.group(1) : "";
  }

  private String source(Class<?> type) {
    Class<?> outermost = type;
    for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) outermost = outer;
    String file = "/src/main/java/" + outermost.getName().replace('.', '/') + ".java";
    return texts.entrySet().stream().filter(one -> one.getKey().toString().endsWith(file)).map(Map.Entry::getValue).findFirst()
        .orElseThrow();
  }

  private static String plain(String words) {
    return words.replaceAll("\\n\\s*\\*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").replaceAll("\\s+", " ").strip();
  }
}
