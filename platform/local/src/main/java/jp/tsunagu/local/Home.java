package jp.tsunagu.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The data folder: who uses it, its secrets, and small facts that outlive a run. */
final class Home implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private Home(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** @throws CannotStart if the folder cannot be written or another process uses it */
  static Home open(Path folder) {
    try {
      Files.createDirectories(folder, forItsOwnerAlone());
      FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock.tryLock() == null) throw new CannotStart("the folder " + folder + " is in use by another Tsunagu", null);
      return new Home(folder, lock);
    } catch (OverlappingFileLockException e) {
      throw new CannotStart("the folder " + folder + " is in use by this Tsunagu already", e);
    } catch (IOException e) {
      throw new CannotStart("the folder " + folder + " cannot be written; choose another with -Dtsunagu.home=", e);
    }
  }

  /** Broker and store write their files as they please, so nobody else gets at them by their folder. An existing one stays as it is. */
  private static FileAttribute<?>[] forItsOwnerAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
        : new FileAttribute<?>[0];
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  /** A random secret, made once and kept readable for the owner alone. */
  synchronized String secret(String name) {
    Properties secrets = read("secrets.properties");
    String secret = secrets.getProperty(name);
    if (secret == null) {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      secret = Base64.getEncoder().encodeToString(bytes);
      secrets.setProperty(name, secret);
      write("secrets.properties", secrets);
    }
    return secret;
  }

  synchronized String fact(String name, String otherwise) {
    return read("facts.properties").getProperty(name, otherwise);
  }

  synchronized void note(String name, String value) {
    Properties facts = read("facts.properties");
    facts.setProperty(name, value);
    write("facts.properties", facts);
  }

  private Properties read(String file) {
    var properties = new Properties();
    Path path = at(file);
    if (!Files.exists(path)) return properties;
    try (Reader in = Files.newBufferedReader(path)) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new CannotStart("cannot read " + path, e);
    }
  }

  /** By rename, so that a crash leaves the old or the new, never half. */
  private void write(String file, Properties properties) {
    try {
      Path fresh = Files.createTempFile(folder, file, ".tmp");
      if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix"))
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      try (Writer out = Files.newBufferedWriter(fresh)) {
        properties.store(out, null);
      }
      try (FileChannel disk = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        disk.force(true);
      }
      Files.move(fresh, at(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotStart("cannot write " + at(file), e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
