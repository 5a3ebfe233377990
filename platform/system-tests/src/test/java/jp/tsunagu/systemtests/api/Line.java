package jp.tsunagu.systemtests.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** One connection to the door, kept for as long as both sides keep it. It sends anything. */
public final class Line implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final URI door;
  private @Nullable Socket socket;
  private @Nullable InputStream in;

  public Line(URI door) {
    this.door = door;
  }

  /** @throws IOException if the answer does not come in time, or is none */
  public Heard ask(Asked asked) throws IOException {
    boolean fresh = socket == null;
    try {
      return exchange(asked);
    } catch (EOFException | SocketException hungUp) {
      close();
      if (fresh) throw hungUp;
      return exchange(asked); // the other side may have given up an idle line at this very moment
    }
  }

  private Heard exchange(Asked asked) throws IOException {
    if (socket == null) connect();
    send(asked);
    Heard heard = answer(asked.method().equals("HEAD"));
    if (!asked.whole() || heard.header("Connection").equalsIgnoreCase("close")) close();
    return heard;
  }

  /** A refusal may come, and the line end, before all was sent. */
  private void send(Asked asked) throws IOException {
    Socket to = Objects.requireNonNull(socket);
    try {
      to.getOutputStream().write(asked.bytes(door.getAuthority()));
      to.getOutputStream().flush();
      if (!asked.whole()) to.shutdownOutput();
    } catch (SocketException refusedAlready) {
      if (Objects.requireNonNull(in).available() == 0) throw refusedAlready;
    }
  }

  private void connect() throws IOException {
    Socket to = new Socket();
    to.setTcpNoDelay(true);
    to.connect(new InetSocketAddress(door.getHost(), door.getPort()), (int) PATIENCE.toMillis());
    to.setSoTimeout((int) PATIENCE.toMillis());
    socket = to;
    in = new BufferedInputStream(to.getInputStream());
  }

  private Heard answer(boolean headOnly) throws IOException {
    int status;
    List<Map.Entry<String, String>> headers;
    do {
      status = Integer.parseInt(line().split(" ", 3)[1]);
      headers = headers();
    } while (status == 100);
    var head = new Heard(status, headers, new byte[0]);
    if (headOnly || status == 204 || status == 304) return head;
    return new Heard(status, headers, body(head));
  }

  private byte[] body(Heard head) throws IOException {
    if (head.header("Transfer-Encoding").equalsIgnoreCase("chunked")) return chunks();
    String length = head.header("Content-Length");
    return length.isEmpty() ? source().readAllBytes() : exactly(Integer.parseInt(length));
  }

  private byte[] chunks() throws IOException {
    var all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      all.writeBytes(exactly(size));
      line();
    }
    line();
    return all.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = source().readNBytes(length);
    if (bytes.length < length) throw new EOFException();
    return bytes;
  }

  private List<Map.Entry<String, String>> headers() throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return headers;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = source().read(); b != '\n'; b = source().read()) {
      if (b < 0) throw new EOFException("the line ended");
      if (b != '\r') line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private InputStream source() {
    return Objects.requireNonNull(in);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) socket.close();
    socket = null;
    in = null;
  }
}
