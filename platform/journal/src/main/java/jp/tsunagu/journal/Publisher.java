package jp.tsunagu.journal;

import java.util.concurrent.CompletableFuture;

/** The broker, as the relay sees it. */
@FunctionalInterface
public interface Publisher<M> {
  /** Completes when the broker has the message for good; fails when it may not have it. */
  CompletableFuture<?> publish(Outgoing<M> message);
}
