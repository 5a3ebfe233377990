package jp.tsunagu.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jp.tsunagu.systemtests.api.Operation;

/** {@code access-matrix.txt}: a row per operation, a cell per {@link Who}. */
record AccessTable(Map<String, List<Expected>> rows) {
  static AccessTable read() {
    Map<String, List<Expected>> rows = new LinkedHashMap<>();
    text("/access-matrix.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
      String[] words = line.strip().split("\\s+");
      if (words.length != 2 + Who.values().length) throw new IllegalArgumentException("a cell for each of them is needed: " + line);
      rows.put(words[0] + " " + words[1], Arrays.stream(words).skip(2).map(Expected::of).toList());
    });
    return new AccessTable(rows);
  }

  Set<String> operations() {
    return rows.keySet();
  }

  Expected cell(Operation operation, Who who) {
    List<Expected> row = rows.get(operation.name());
    if (row == null) throw new AssertionError("who may do this? access-matrix.txt has no row for " + operation.name());
    return row.get(who.ordinal());
  }

  private static String text(String name) {
    try (InputStream in = Objects.requireNonNull(AccessTable.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
