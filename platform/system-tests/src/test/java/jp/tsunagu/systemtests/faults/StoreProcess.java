package jp.tsunagu.systemtests.faults;

import java.nio.file.Path;

import jp.tsunagu.store.EmbeddedStore;

/** The embedded store alone. */
final class StoreProcess {
  private StoreProcess() {}

  /** @param arguments its file and its port */
  public static void main(String[] arguments) throws InterruptedException {
    EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Thread.currentThread().join();
  }
}
