package jp.tsunagu.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.context.ConfigurableApplicationContext;
import org.bson.Document;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.context.WebApplicationContext;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.account.Client;
import jp.tsunagu.identity.account.Role;
import jp.tsunagu.store.EmbeddedStore;

/** The provider on a free port and a real store; the throttle's clock stands still until moved. */
final class Identity implements AutoCloseable {
  static final String ISSUER = "http://door.example:8080";
  static final String SECRET = "a-secret-made-by-a-machine-0123456789abcdefgh";
  static final String PASSWORD = "correct horse battery";

  private final Path file;
  private final Map<String, Object> more;
  private EmbeddedStore store;
  private ConfigurableApplicationContext context;
  private volatile Instant now = Instant.now();
  private String hash = "";

  Identity(Path folder) {
    this(folder, Map.of());
  }

  /** @param more what this installation decides otherwise */
  Identity(Path folder, Map<String, Object> more) {
    this.more = more;
    file = folder.resolve("store");
    store = EmbeddedStore.start(file, 0);
    context = start();
    accounts().save(new Account("org05-1", "org05", Set.of(Role.CASEWORKER), hash(), true));
    accounts().save(Client.machine("org05", accounts().hashSecret("demo"), "org05", "org05-1", Set.of(Role.CASEWORKER)));
  }

  private ConfigurableApplicationContext start() {
    String external = System.getProperty("tsunagu.test.mongo.uri", "");
    Map<String, Object> settings = new HashMap<>(Map.of("server.port", "0", "tsunagu.issuer", ISSUER, "spring.mongodb.uri",
        external.isEmpty() ? store.connectionString() : external, "spring.mongodb.database", "identity-" + file.hashCode(),
        "tsunagu.identity.clients.tsunagu-desk.secret", SECRET, "tsunagu.identity.clients.service-directory.secret", SECRET,
        "tsunagu.identity.key-secret", "a-secret-of-the-installation-0123456789abcdefghi"));
    settings.putAll(more);
    String[] arguments = settings.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue()).toArray(String[]::new);
    return IdentityApplication.application().initializers(
        (GenericApplicationContext c) -> c.registerBean("testClock", InstantSource.class, () -> () -> now, b -> b.setPrimary(true)))
        .run(arguments);
  }

  void restart() {
    context.close();
    store.close();
    store = EmbeddedStore.start(file, 0);
    context = start();
  }

  /** One for all: bcrypt is slow by intention. */
  private String hash() {
    if (hash.isEmpty()) hash = accounts().hash(PASSWORD);
    return hash;
  }

  Accounts accounts() {
    return context.getBean(Accounts.class);
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /** Everything there is of a collection, as somebody sees it who reads the store. */
  String stored(String collection) {
    return context.getBean(MongoOperations.class).findAll(Document.class, collection).stream().map(Document::toJson)
        .collect(Collectors.joining("\n"));
  }

  /** Minutes without a request after which a session is over. */
  int idleMinutes() {
    return java.util.Objects.requireNonNull(((WebApplicationContext) context).getServletContext()).getSessionTimeout();
  }

  Account worker(String id, Role... roles) {
    var account = new Account(id, id.substring(0, 5), Set.of(roles), hash(), true);
    accounts().save(account);
    return account;
  }

  Browser browser() {
    return new Browser("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
    store.close();
  }
}
