package jp.tsunagu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

/** What a figure depends on and no program can change, and what it costs. */
final class Surroundings {
  private static final OperatingSystemMXBean MACHINE = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Path PROCESSES = Path.of("/proc");

  private Surroundings() {}

  static Table table() {
    return new Table("surroundings", "")
        .row("machine", "%d cores, %d GB, %s %s".formatted(Runtime.getRuntime().availableProcessors(),
            MACHINE.getTotalMemorySize() >> 30, System.getProperty("os.name"), System.getProperty("os.version")))
        .row("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))
        .row("store", outside("TSUNAGU_MONGO_URI")).row("broker", outside("TSUNAGU_KAFKA"))
        .row("load of the machine before", "%.1f".formatted(MACHINE.getSystemLoadAverage()));
  }

  private static String outside(String variable) {
    return Optional.ofNullable(System.getenv(variable)).map(_ -> "an outside one (`" + variable + "`)").orElse("embedded, in this process");
  }

  /** Of this process, in seconds: the system, its embedded parts and whoever asks it. */
  static double cpu() {
    return MACHINE.getProcessCpuTime() / 1e9;
  }

  /** Of a process, as Linux counts it. */
  static double residentMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(PROCESSES.resolve(Long.toString(pid)).resolve("status"))) {
      String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be measured on Linux alone", e);
    }
  }

  /** Of what is written below a folder, in bytes; a broker's indexes are files with room that is not used. */
  static long written(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> !f.toString().endsWith("index")).mapToLong(Surroundings::size).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
