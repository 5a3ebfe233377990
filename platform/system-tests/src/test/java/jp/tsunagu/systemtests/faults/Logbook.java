package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What the door acknowledged, on disk before anybody relies on it. */
final class Logbook implements AutoCloseable {
  private final FileChannel channel;
  private final List<Line> lines = new ArrayList<>(); // what is in the file; asked for many times a second

  /**
   * @param what e.g. {@code acceptance}
   * @param id   of what was made, or acted on
   */
  record Line(String what, String caseId, String id, long begunAt) {
    private String text() {
      return String.join("\t", what, caseId, id, Long.toString(begunAt)) + "\n";
    }
  }

  Logbook(Path file) {
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
      lines.add(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized List<Line> lines() {
    return List.copyOf(lines);
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
