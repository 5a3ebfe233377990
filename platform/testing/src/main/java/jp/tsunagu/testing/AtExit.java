package jp.tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Closes what was started, last first, and removes the folder it was in, when the JVM ends; but only after Spring's contexts:
 * a consumer that leaves a broker which is gone waits half a minute for it.
 */
final class AtExit {
  private static final Deque<AutoCloseable> OPEN = new ConcurrentLinkedDeque<>();
  private static final Path FOLDER = makeFolder();
  private static final int PATIENCE_MILLIS = 20_000;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(AtExit::run, "test-infrastructure-end"));
  }

  private AtExit() {}

  static Path folder() {
    return FOLDER;
  }

  static <T extends AutoCloseable> T close(T started) {
    OPEN.push(started);
    return started;
  }

  private static void run() {
    Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().startsWith("Spring") && t.getName().endsWith("ShutdownHook")).forEach(AtExit::await);
    try {
      for (AutoCloseable open : OPEN) open.close();
      try (var files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
      }
    } catch (Exception e) { // the JVM is ending anyway
      System.err.println("test infrastructure did not close: " + e);
    }
  }

  private static void await(Thread hook) {
    try {
      hook.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path makeFolder() {
    try {
      return Files.createTempDirectory("tsunagu-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
