package jp.tsunagu.store;

import java.nio.file.Path;

/** The store as a process of its own: {@code StoreProgram FILE PORT}. It ends, with everything on the disk, when it is told to. */
public final class StoreProgram {
  private StoreProgram() {}

  public static void main(String[] arguments) {
    if (arguments.length != 2) throw new IllegalArgumentException("a file and a port");
    EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
    System.out.println(store.connectionString());
  }
}
