package jp.tsunagu.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The folder a broker is about to start on. Looked at beforehand, because a broker that meets a problem there after it has
 * begun logs pages and may halt the whole process.
 */
final class LogFolder {
  private LogFolder() {}

  static Path ready(Path folder) {
    Path log = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(log);
      if (!isFree(log)) throw new IllegalStateException("another Kafka broker uses the folder " + log);
    } catch (IOException e) {
      throw new IllegalStateException("the Kafka broker cannot write to the folder " + log, e);
    }
    if (!Files.exists(log.resolve("meta.properties"))) format(log);
    return log;
  }

  /** By the very lock that a broker holds. Writing it also shows that the folder can be written. */
  private static boolean isFree(Path log) throws IOException {
    try (var channel = FileChannel.open(log.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) { // held by this process
      return false;
    }
  }

  /** What {@code kafka-storage format} does: gives a new folder its cluster id. */
  private static void format(Path folder) {
    var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      new Formatter().setPrintStream(silent).setNodeId(BrokerSettings.NODE).setClusterId(Uuid.randomUuid().toString())
          .setDirectories(List.of(folder.toString())).setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(BrokerSettings.CONTROLLER).setReleaseVersion(MetadataVersion.latestProduction())
          .setIgnoreFormatted(true).run();
    } catch (Exception e) { // declared by run() without saying which
      throw new IllegalStateException("the folder " + folder + " cannot become a Kafka log", e);
    }
  }
}
