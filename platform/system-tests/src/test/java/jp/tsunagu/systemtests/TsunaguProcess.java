package jp.tsunagu.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/** Tsunagu in a process of its own, as {@code mvn} starts it, so that it can be killed or fail to start. */
final class TsunaguProcess implements AutoCloseable {
  private static final Path LOCAL = Path.of("..", "local");
  private static final List<String> FLAGS = List.of("@" + LOCAL.resolve("one-process.jvm"), "@" + LOCAL.resolve("laptop.jvm"),
      "-Dlogback.configurationFile=logback.xml", "-Dtsunagu.demo=false");
  private static final Duration START = Duration.ofSeconds(180);

  private final Process process;
  private final int port;
  private final Path errors;

  private TsunaguProcess(Process process, int port, Path errors) {
    this.process = process;
    this.port = port;
    this.errors = errors;
  }

  static TsunaguProcess start(Path home, int port) {
    try {
      Path folder = Folders.fresh("process");
      // The class path is longer than a command line may be.
      String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      Path arguments = Files.writeString(folder.resolve("arguments"), "-classpath\n\"" + path + "\"\n");
      Path errors = folder.resolve("stderr");
      var command = new ArrayList<String>(List.of(System.getProperty("java.home") + "/bin/java", "@" + arguments));
      command.addAll(FLAGS);
      command.addAll(List.of("-Dtsunagu.home=" + home, "-Dtsunagu.port=" + port, "jp.tsunagu.local.Tsunagu"));
      Process process = new ProcessBuilder(command).redirectOutput(folder.resolve("stdout").toFile()).redirectError(errors.toFile())
          .start();
      return new TsunaguProcess(process, port, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI door() {
    return URI.create("http://localhost:" + port);
  }

  /** Returns when the door says that everything behind it is there. */
  TsunaguProcess ready() {
    Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> Door.isUp(door()));
    return this;
  }

  /** SIGKILL: nothing is flushed, closed or said. */
  void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** SIGTERM, as of Ctrl-C, and all the time it takes. */
  int end() {
    process.destroy();
    return exitCode();
  }

  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("it goes on running");
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  List<String> errors() {
    try {
      return Files.readAllLines(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
