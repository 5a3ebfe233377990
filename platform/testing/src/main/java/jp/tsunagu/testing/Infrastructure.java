package jp.tsunagu.testing;

import java.util.Locale;
import java.util.Optional;

import jp.tsunagu.kafka.EmbeddedKafka;
import jp.tsunagu.store.EmbeddedStore;

/**
 * A real broker and a real store for the tests of one JVM, each started when it is first asked for (3 s, 1 s) and closed when
 * the JVM ends; or {@link Containers} of them. With {@code -Dtsunagu.test.mongo.uri=mongodb://…} databases are made on that server instead of our own store.
 */
public final class Infrastructure {
  private Infrastructure() {}

  /** The broker's {@code bootstrap.servers}. It has no topics but those that tests of this JVM declared. */
  public static String kafka() {
    return Containers.broker().orElseGet(() -> Broker.RUNNING.bootstrapServers());
  }

  /** A URI with a database of that name, empty when this JVM first asks for it; at most 40 characters. */
  public static String mongoUri(String database) {
    Optional<String> contained = Containers.store();
    if (contained.isPresent()) return withDatabase(contained.get(), database);
    if (!External.URI.isEmpty()) return withDatabase(External.URI, database + "-" + External.RUN);
    return withDatabase(Store.RUNNING.connectionString(), database);
  }

  /** A URI with a database for this test class alone. */
  public static String mongoUri(Class<?> test) {
    return mongoUri(test.getSimpleName().toLowerCase(Locale.ROOT) + Integer.toHexString(test.getName().hashCode()));
  }

  /** {@code mongodb://host:1/?a=b} → {@code mongodb://host:1/name?a=b} */
  static String withDatabase(String uri, String name) {
    int query = uri.indexOf('?');
    String server = query < 0 ? uri : uri.substring(0, query), options = query < 0 ? "" : uri.substring(query);
    int path = server.indexOf('/', "mongodb://".length());
    return (path < 0 ? server : server.substring(0, path)) + "/" + name + options;
  }

  private static final class Broker {
    static final EmbeddedKafka RUNNING = AtExit.close(EmbeddedKafka.start(AtExit.folder().resolve("kafka"), 0));
  }

  private static final class Store {
    static final EmbeddedStore RUNNING = AtExit.close(EmbeddedStore.start(AtExit.folder().resolve("store.mv"), 0));
  }

  private static final class External {
    static final String URI = System.getProperty("tsunagu.test.mongo.uri", "").strip();
    /** The server outlives us: what an earlier run left there is not ours. */
    static final String RUN = Long.toString(System.currentTimeMillis(), 36);
  }
}
