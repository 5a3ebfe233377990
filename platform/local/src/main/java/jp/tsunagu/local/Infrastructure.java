package jp.tsunagu.local;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.kafka.EmbeddedKafka;
import jp.tsunagu.store.EmbeddedStore;

/** The store and the broker: embedded ones in the data folder, unless others were named. */
final class Infrastructure implements AutoCloseable {
  private final @Nullable EmbeddedStore store;
  private final @Nullable EmbeddedKafka broker;
  private final String mongo;
  private final String kafka;

  private Infrastructure(LocalSettings settings, @Nullable EmbeddedStore store, @Nullable EmbeddedKafka broker) {
    this.store = store;
    this.broker = broker;
    this.mongo = store == null ? settings.mongo().orElseThrow() : store.connectionString();
    this.kafka = broker == null ? settings.kafka().orElseThrow() : broker.bootstrapServers();
  }

  static Infrastructure start(LocalSettings settings, Home home) {
    CompletableFuture<@Nullable EmbeddedStore> store = settings.mongo().isPresent()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.supplyAsync(() -> EmbeddedStore.start(home.at("store.db"), 0));
    CompletableFuture<@Nullable EmbeddedKafka> broker = settings.kafka().isPresent()
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.supplyAsync(() -> EmbeddedKafka.start(home.at("kafka"), 0));
    try {
      CompletableFuture.allOf(store, broker).join();
      return new Infrastructure(settings, store.join(), broker.join());
    } catch (CompletionException e) {
      if (!store.isCompletedExceptionally() && store.join() instanceof EmbeddedStore started) started.close();
      if (!broker.isCompletedExceptionally() && broker.join() instanceof EmbeddedKafka started) started.close();
      throw new CannotStart(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
    }
  }

  String mongo() {
    return mongo;
  }

  String kafka() {
    return kafka;
  }

  @Override
  public void close() {
    if (broker != null) broker.close();
    if (store != null) store.close();
  }
}
