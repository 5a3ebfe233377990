package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A process that can be killed, halted and started again on what it left. */
final class Program implements AutoCloseable {
  private static final Path LOCAL = Path.of("..", "local");
  private static final List<String> FLAGS = List.of("@" + LOCAL.resolve("one-process.jvm"), "-Xmx224m", "-Xss512k",
      "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dlogback.configurationFile=logback.xml");
  private final String name;
  private final Path folder;
  private final int port;
  private final Learnt learnt;
  private final List<String> what;
  private @Nullable Process process;

  /** @param port where it answers once it is there */
  Program(String name, Path folder, int port, Learnt learnt, Class<?> main, List<String> arguments) {
    this.name = name;
    this.folder = folder;
    this.port = port;
    this.learnt = learnt;
    this.what = new ArrayList<>(List.of(main.getName()));
    what.addAll(arguments);
  }

  /** The class path is longer than a command line may be. */
  private Path classPath() throws IOException {
    return Files.writeString(folder.resolve("arguments"), "-classpath\n\"" + learnt.classPath() + "\"\n");
  }

  String name() {
    return name;
  }

  void start() {
    start(learnt.options());
  }

  /** Starts it so that at its orderly end it keeps what it learnt. */
  void startToLearn() {
    start(learnt.toLearn());
  }

  private void start(List<String> options) {
    try {
      List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "@" + classPath()));
      command.addAll(FLAGS);
      command.addAll(options);
      command.addAll(what);
      process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean answers() {
    try (var ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean runs() {
    return process != null && process.isAlive();
  }

  /** SIGKILL: nothing is flushed, closed or said. */
  void kill() {
    Process now = process;
    if (now == null) return;
    now.destroyForcibly();
    now.onExit().join();
  }

  /** SIGTERM, and all the time it takes. Returns what the process ended with. */
  int end() {
    Process now = Objects.requireNonNull(process);
    now.destroy();
    return now.onExit().join().exitValue();
  }

  /** SIGSTOP: it is there, holds all its connections, and does nothing. */
  void halt() {
    signal("STOP");
  }

  void goOn() {
    signal("CONT");
  }

  private void signal(String signal) {
    told("kill", "-" + signal);
  }

  /** From now on it can write no file beyond so many bytes, as if the disk were full. */
  void room(long bytes) {
    told("prlimit", "--fsize=" + bytes + ":", "--pid");
  }

  /** Runs a command about the process, which takes its id last. */
  private void told(String... command) {
    if (process == null || !process.isAlive()) return;
    try {
      List<String> whole = new ArrayList<>(List.of(command));
      whole.add(Long.toString(process.pid()));
      int result = new ProcessBuilder(whole).inheritIO().start().waitFor();
      if (result != 0 && process.isAlive()) throw new IllegalStateException(whole + " ended with " + result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
