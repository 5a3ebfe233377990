package jp.tsunagu.portal.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.store.EmbeddedStore;

/** A fresh database on the embedded store, or on the server named by {@code tsunagu.test.mongo.uri}. */
public final class Database implements AutoCloseable {
  private final @Nullable EmbeddedStore store;
  private final String uri;
  private final MongoClient client;
  private final MongoDatabase database;

  public Database() throws java.io.IOException {
    String given = System.getProperty("tsunagu.test.mongo.uri", "");
    store = given.isBlank() ? EmbeddedStore.start(folder().resolve("store"), 0) : null;
    uri = store == null ? given : store.connectionString();
    client = MongoClients.create(uri);
    database = client.getDatabase("portal-" + UUID.randomUUID());
  }

  private static Path folder() throws java.io.IOException {
    Path folder = Files.createTempDirectory("portal-store");
    folder.toFile().deleteOnExit();
    return folder;
  }

  public String uri() {
    return uri;
  }

  public MongoDatabase get() {
    return database;
  }

  @Override
  public void close() {
    database.drop();
    client.close();
    if (store != null) store.close();
  }
}
