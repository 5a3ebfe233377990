package jp.tsunagu.store;

import java.net.InetSocketAddress;
import java.nio.file.Path;

import de.bwaldvogel.mongo.MongoServer;

/**
 * A document store in one file that speaks the MongoDB wire protocol on the loopback interface.
 *
 * <p>An acknowledged write is on the disk (fsync), so it survives the death of this process and of the machine. What the
 * store does not support it refuses; see {@link DurableBackend#handleCommand} and {@link IndexedDatabase}.
 */
public final class EmbeddedStore implements AutoCloseable {
  /** A worker waits for the disk while it serves a write, so this is also how many writes can share one fsync. */
  private static final int WORKERS = 16;

  private final MongoServer server;
  private final int port;
  private boolean closed;

  private EmbeddedStore(MongoServer server) {
    this.server = server;
    port = server.getLocalAddress().getPort();
  }

  /**
   * Opens (or creates) the store and serves it.
   *
   * @param port the port on 127.0.0.1, or 0 for a free one
   * @throws IllegalStateException if another process, or this one, has the file open; or if the port is taken
   */
  public static EmbeddedStore start(Path file, int port) {
    boolean interrupted = Thread.interrupted(); // an interrupt would close the file under the store
    try {
      DurableBackend backend = new DurableBackend(StoreFile.open(file));
      MongoServer server = new MongoServer(backend);
      try {
        server.bind(new InetSocketAddress("127.0.0.1", port), 1, WORKERS);
      } catch (Exception e) { // netty throws a BindException undeclared, and the library leaves all open
        server.shutdownNow();
        throw new IllegalStateException("cannot listen on port " + port, e);
      }
      return new EmbeddedStore(server);
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  public int port() {
    return port;
  }

  public String connectionString() {
    return "mongodb://127.0.0.1:" + port;
  }

  /** Disconnects the clients, lets running commands finish and closes the file. */
  @Override
  public synchronized void close() {
    if (closed) return;
    closed = true;
    boolean interrupted = Thread.interrupted();
    try {
      server.shutdownNow();
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }
}
