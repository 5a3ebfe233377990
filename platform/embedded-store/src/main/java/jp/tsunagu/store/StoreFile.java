package jp.tsunagu.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The file under the store: opened by one process only, created and compacted atomically, committed only when asked.
 *
 * <p>MVStore commits by itself, from a thread of its own. That would write half of a command, so it is switched off.
 */
final class StoreFile {
  /** Bytes. Every commit writes whole pages, and most commits change one document; the library's 16 KB would be mostly others. */
  private static final int PAGE = 4096;

  private final MVStore store;
  private final FileChannel data;
  private final FileChannel lock;

  private StoreFile(MVStore store, FileChannel data, FileChannel lock) {
    this.store = store;
    this.data = data;
    this.lock = lock;
  }

  static StoreFile open(Path path) {
    Path file = path.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNull(file.getParent(), "a file in a folder");
    @Nullable
    FileChannel lock = null;
    try {
      Files.createDirectories(folder);
      // a lock file of its own: MVStore locks only what it has opened, and compaction replaces that
      lock = FileChannel.open(sibling(file, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) throw new IllegalStateException(file + " is in use");
      rewrite(file, folder);
      MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().autoCommitBufferSize(0).cacheSize(32)
          .pageSplitSize(PAGE).open();
      // Space freed by one commit is reused by the next; safe because each commit is synced before the next begins.
      store.setRetentionTime(0);
      store.setVersionsToKeep(0);
      return new StoreFile(store, FileChannel.open(file, StandardOpenOption.WRITE), lock);
    } catch (IOException e) {
      closeQuietly(lock);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      closeQuietly(lock);
      throw e;
    }
  }

  /** Replaces the file by a compact copy, or an empty store: a crash leaves the old file or the new one, never a part. */
  private static void rewrite(Path file, Path folder) throws IOException {
    Path copy = sibling(file, ".new");
    Files.deleteIfExists(copy);
    if (Files.exists(file) && Files.size(file) > 0) MVStore.compact(file.toString(), copy.toString(), false, null);
    else new MVStore.Builder().fileName(copy.toString()).autoCommitDisabled().open().close();
    force(copy, StandardOpenOption.WRITE);
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    try {
      force(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // a directory cannot be opened, and need not be synced, on Windows
    }
  }

  private static void force(Path path, StandardOpenOption option) throws IOException {
    try (FileChannel c = FileChannel.open(path, option)) {
      c.force(true);
    }
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) { // held by this process
      return false;
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) channel.close();
    } catch (IOException e) {
      // nothing was written through it
    }
  }

  MVStore store() {
    return store;
  }

  /** Writes what was changed since the last commit to the file, but not necessarily to the disk. */
  void commit() {
    if (store.isClosed()) throw new IllegalStateException("the store is closed"); // commit() would quietly do nothing
    store.commit();
  }

  /** Through a channel of our own: MVStore.sync() quietly does nothing once its channel was closed by an interrupt. */
  void sync() {
    try {
      data.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After the store itself was closed. */
  void close() {
    closeQuietly(data);
    closeQuietly(lock);
  }
}
