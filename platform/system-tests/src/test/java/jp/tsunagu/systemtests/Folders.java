package jp.tsunagu.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Data folders under {@code target}. */
final class Folders {
  private Folders() {}

  static Path fresh(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "homes")), name).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) throws IOException {
    List<Path> inside;
    try (var all = Files.walk(folder)) {
      inside = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : inside) Files.deleteIfExists(one);
  }
}
