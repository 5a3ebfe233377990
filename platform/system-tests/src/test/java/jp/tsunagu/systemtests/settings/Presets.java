package jp.tsunagu.systemtests.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/**
 * What one of the programs' own files says.
 *
 * @param values   as they stand there, placeholders and all, by property
 * @param comments the lines before a property, or behind it, by property; what is said of a group holds for what is in it
 */
record Presets(Map<String, String> values, Map<String, String> comments) {
  private static final Pattern LINE = Pattern.compile("( *)([\\w-]+):(?: .*?)?(?: # (.*))?");

  static Presets in(Path file) {
    try {
      Map<String, String> values = new LinkedHashMap<>();
      for (var source : new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file)))
        for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames())
          if (name.startsWith("tsunagu.")) values.put(name, String.valueOf(source.getProperty(name)));
      return new Presets(values, comments(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> comments(String text) {
    Map<String, String> comments = new LinkedHashMap<>();
    Deque<String> path = new ArrayDeque<>();
    var before = new StringBuilder();
    for (String line : text.lines().toList()) {
      Matcher key = LINE.matcher(line);
      if (line.strip().startsWith("#")) before.append(line.strip().substring(1).strip()).append(' ');
      else if (key.matches()) {
        while (path.size() > key.group(1).length() / 2) path.removeLast();
        path.addLast(key.group(2));
        String said = (before + (key.group(3) == null ? "" : key.group(3))).strip();
        if (!said.isEmpty()) comments.put(String.join(".", path), said);
        before.setLength(0);
      }
    }
    return comments;
  }

  /** Of the property itself, or of the group it is in; nothing of the program as a whole. */
  String said(String name) {
    for (String group = name; group.indexOf('.') > 0; group = group.substring(0, group.lastIndexOf('.')))
      if (comments.containsKey(group)) return comments.getOrDefault(group, "");
    return "";
  }
}
