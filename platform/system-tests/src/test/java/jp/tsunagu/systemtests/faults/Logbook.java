package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the door acknowledged, on disk before anybody relies on it. */
final class Logbook implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  /**
   * @param what e.g. {@code acceptance}
   * @param id   of what was made, or acted on
   */
  record Line(String what, String caseId, String id, long begunAt) {
    private String text() {
      return String.join("\t", what, caseId, id, Long.toString(begunAt)) + "\n";
    }

    private static Line of(String text) {
      String[] parts = text.split("\t", -1);
      return new Line(parts[0], parts[1], parts[2], Long.parseLong(parts[3]));
    }
  }

  Logbook(Path file) {
    this.file = file;
    try {
      this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void note(Line line) {
    try {
      channel.write(ByteBuffer.wrap(line.text().getBytes(StandardCharsets.UTF_8)));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Line> lines() {
    try {
      return Files.readAllLines(file).stream().map(Line::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
