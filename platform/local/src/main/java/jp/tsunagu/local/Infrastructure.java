package jp.tsunagu.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.kafka.EmbeddedKafka;
import jp.tsunagu.store.EmbeddedStore;

/**
 * The store and the broker: embedded ones in the data folder, unless others were named.
 *
 * <p>
 * The store is there when this is; the broker, which takes longest after a kill, comes up while the parts do. Who needs it
 * waits for it by itself, as everybody does whose broker is restarted.
 */
final class Infrastructure implements AutoCloseable {
  private final @Nullable EmbeddedStore store;
  private final String mongo;
  private final CompletableFuture<@Nullable EmbeddedKafka> broker;
  private final String kafka;

  private Infrastructure(@Nullable EmbeddedStore store, String mongo, CompletableFuture<@Nullable EmbeddedKafka> broker, String kafka) {
    this.store = store;
    this.mongo = mongo;
    this.broker = broker;
    this.kafka = kafka;
  }

  /** @param port of an embedded broker; known before it is up, so that others can wait for it */
  static Infrastructure start(LocalSettings settings, Home home, int port) {
    CompletableFuture<@Nullable EmbeddedKafka> broker = settings.kafka().isPresent()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(home.at("kafka"), port));
    String kafka = settings.kafka().orElse("127.0.0.1:" + port);
    try {
      EmbeddedStore store = settings.mongo().isPresent() ? null : EmbeddedStore.start(home.at("store.db"), 0);
      String mongo = store == null ? settings.mongo().orElseThrow() : store.connectionString();
      return new Infrastructure(store, mongo, broker, kafka);
    } catch (RuntimeException e) {
      close(broker);
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }

  String mongo() {
    return mongo;
  }

  String kafka() {
    return kafka;
  }

  /** For who would wait in vain otherwise. */
  void ifBrokerFails(Runnable then) {
    var _ = broker.exceptionally(_ -> {
      then.run();
      return null;
    });
  }

  /** @throws CannotStart if the broker did not come up */
  void awaitBroker() {
    try {
      broker.join();
    } catch (CompletionException e) {
      throw new CannotStart(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
    }
  }

  private static void close(CompletableFuture<@Nullable EmbeddedKafka> broker) {
    EmbeddedKafka started = broker.handle((b, _) -> b).join();
    if (started != null) started.close();
  }

  @Override
  public void close() {
    close(broker);
    if (store != null) store.close();
  }
}
