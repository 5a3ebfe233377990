package jp.tsunagu.systemtests.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A line between two processes that can be bad; it leads to whichever of its ends answers. */
final class Cable implements AutoCloseable {
  /** How it is. */
  enum State {
    SOUND,
    /** Every piece takes a fifth of a second. */
    SLOW,
    /** 64 KB a second. */
    THIN,
    /** What is open is reset, what is new is refused. */
    CUT,
    /** Everything stays open, and nothing gets through. */
    DEAF
  }

  private static final int PIECE = 8_192;
  private final ServerSocket here;
  private final List<Integer> ends;
  private final AtomicInteger turn = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile State state = State.SOUND;

  Cable(int port, List<Integer> ends) {
    this.ends = List.copyOf(ends);
    try {
      this.here = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return here.getLocalPort();
  }

  void becomes(State now) {
    state = now;
    if (now == State.CUT) open.forEach(Cable::reset);
  }

  private void listen() {
    while (!here.isClosed()) {
      try {
        Socket caller = here.accept();
        Thread.ofVirtual().start(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    Optional<Socket> end = state == State.CUT ? Optional.empty() : end();
    if (end.isEmpty()) {
      reset(caller);
      return;
    }
    open.add(caller);
    open.add(end.get());
    Thread.ofVirtual().start(() -> carry(caller, end.get()));
    carry(end.get(), caller);
  }

  private Optional<Socket> end() {
    for (int i = 0; i < ends.size(); i++) {
      try {
        return Optional.of(new Socket(InetAddress.getLoopbackAddress(), ends.get(Math.floorMod(turn.getAndIncrement(), ends.size()))));
      } catch (IOException dead) {
        // the next one, if there is one
      }
    }
    return Optional.empty();
  }

  private void carry(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try (from; to) {
      from.setTcpNoDelay(true);
      InputStream in = from.getInputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        suffer(read);
        to.getOutputStream().write(piece, 0, read);
      }
    } catch (IOException broken) {
      // both ends see it
    } finally {
      open.remove(from);
      open.remove(to);
    }
  }

  /** Virtual threads may wait here as long as it takes; whoever is at the end of the cable has time-outs. */
  private void suffer(int bytes) {
    switch (state) {
      case SOUND, CUT -> {}
      case SLOW -> LockSupport.parkNanos(200_000_000L);
      case THIN -> LockSupport.parkNanos(bytes * 15_000L);
      case DEAF -> {
        while (state == State.DEAF) LockSupport.parkNanos(20_000_000L);
      }
    }
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException gone) {
      // it is what we want
    }
  }

  @Override
  public void close() {
    try {
      here.close();
      open.forEach(Cable::reset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
