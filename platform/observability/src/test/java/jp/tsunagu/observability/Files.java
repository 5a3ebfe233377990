package jp.tsunagu.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/** This module's files; JSON is read as the YAML it is. */
final class Files {
  private Files() {}

  static String text(String name) {
    try {
      return java.nio.file.Files.readString(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> yaml(String name) {
    return new Yaml().load(text(name));
  }

  static List<String> in(String folder) {
    try (Stream<Path> files = java.nio.file.Files.list(Path.of(folder))) {
      return files.map(Path::toString).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> list(Map<String, Object> of, String name) {
    return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.getOrDefault(name, Map.of());
  }

  static String string(Map<String, Object> of, String name) {
    return String.valueOf(of.get(name));
  }
}
