package jp.tsunagu.systemtests.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a JVM has to know of its classes, so that one which was killed is back soon: as it would be in a container image.
 *
 * @param classPath jars alone, as a JVM can keep what it learnt of nothing else
 * @param cache     what it learnt, or will
 */
record Learnt(String classPath, Path cache) {
  static Learnt in(Path folder) {
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String jars = Arrays.stream(path.split(File.pathSeparator)).filter(entry -> !entry.isEmpty()).map(Path::of)
        .map(entry -> Files.isDirectory(entry) ? packed(entry, folder) : entry).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    return new Learnt(jars, folder.resolve("learnt.aot"));
  }

  private static Path packed(Path directory, Path folder) {
    try {
      Path jar = Files.createTempFile(Files.createDirectories(folder), "classes", ".jar");
      try (var zip = new ZipOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.filter(f -> !f.equals(directory)).toList()) {
          boolean folders = Files.isDirectory(file); // whoever looks for components finds them by these
          zip.putNextEntry(new ZipEntry(directory.relativize(file) + (folders ? "/" : "")));
          if (!folders) Files.copy(file, zip);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a JVM is told that it may use what was learnt; nothing while nothing was. */
  List<String> options() {
    return Files.exists(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
  }

  List<String> toLearn() {
    return List.of("-XX:AOTCacheOutput=" + cache);
  }
}
