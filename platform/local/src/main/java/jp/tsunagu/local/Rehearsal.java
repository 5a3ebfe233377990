package jp.tsunagu.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.util.FileSystemUtils;

/**
 * Starts the whole system once on an empty folder and lets the JVM keep what it learnt about its classes, so that every
 * later start on the same class path takes half as long.
 */
public final class Rehearsal {
  private Rehearsal() {}

  /**
   * Does nothing if the cache was made from this very class path. A rehearsal that fails only costs time: without a cache
   * the JVM starts as ever.
   *
   * @param arguments the file to keep the cache in, then the options of the JVM to start
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path cache = Path.of(arguments[0]);
    Path of = Path.of(cache + ".of");
    String now = fingerprint();
    if (Files.exists(cache) && Files.exists(of) && Files.readString(of).equals(now)) return;
    System.out.println("A first start is rehearsed, so that the ones to come are quick. This takes one to three minutes.");
    Files.createDirectories(cache.toAbsolutePath().getParent());
    Files.deleteIfExists(of);
    if (perform(cache, List.of(arguments).subList(1, arguments.length)) == 0) Files.writeString(of, now);
    else System.out.println("The rehearsal failed (see " + log(cache) + "); Tsunagu starts all the same, only slower.");
  }

  private static int perform(Path cache, List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(options);
    command
        .addAll(List.of("-XX:AOTCacheOutput=" + cache, "-classpath", System.getProperty("java.class.path"), Performance.class.getName()));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(cache).toFile()).start().waitFor();
  }

  private static Path log(Path cache) {
    return Path.of(cache + ".log");
  }

  /** Every file of the class path with its size and date, as the JVM itself compares them. */
  private static String fingerprint() {
    var text = new StringBuilder(System.getProperty("java.vm.version")).append('\n');
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      var file = new File(entry);
      text.append(entry).append(' ').append(file.length()).append(' ').append(file.lastModified()).append('\n');
    }
    return text.toString();
  }

  /** What is rehearsed: a first start with demo cases, on embedded infrastructure, whatever the environment names. */
  static final class Performance {
    private Performance() {}

    public static void main(String[] arguments) throws IOException {
      Path home = Files.createTempDirectory("tsunagu-rehearsal");
      int door = Ports.free(List.of("portal")).values().iterator().next();
      LocalSystem.start(new LocalSettings(home, door, true, Optional.empty(), Optional.empty())).close();
      FileSystemUtils.deleteRecursively(home);
      System.exit(0); // threads of libraries may go on
    }
  }
}
