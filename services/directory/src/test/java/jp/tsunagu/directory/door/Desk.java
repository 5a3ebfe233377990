package jp.tsunagu.directory.door;

import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import jp.tsunagu.directory.DirectoryApplication;
import jp.tsunagu.testing.DoorClient;
import jp.tsunagu.testing.DoorClient.Answer;
import jp.tsunagu.testing.Infrastructure;

/** The running service on the real broker and store, with its neighbours played by the test. */
final class Desk implements AutoCloseable {
  final Neighbours neighbours = new Neighbours();
  private final String database = "directory-" + UUID.randomUUID().toString().substring(0, 8);
  private final DoorClient door;
  ConfigurableApplicationContext service;

  Desk() {
    service = start();
    door = new DoorClient(() -> service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(DirectoryApplication.class, Surroundings.class).properties("spring.config.name=directory").run(
        "--server.port=0", "--spring.mongodb.uri=" + Infrastructure.mongoUri(database), "--spring.mongodb.database=" + database,
        "--spring.cloud.stream.kafka.binder.brokers=" + Infrastructure.kafka(), "--tsunagu.instance=" + database,
        "--tsunagu.services.identity=" + neighbours.address("identity"), "--tsunagu.services.referral=" + neighbours.address("referral"),
        "--tsunagu.services.follow-up=" + neighbours.address("follow-up"), "--tsunagu.client.secret=secret");
  }

  void restart() {
    service.close();
    service = start();
  }

  Answer get(String worker, String path) {
    return door.get(worker, path);
  }

  Answer post(String worker, String path, @Nullable String body, String... header) {
    return send("POST", worker, path, body, header);
  }

  Answer put(String worker, String path, String body, String... header) {
    return send("PUT", worker, path, body, header);
  }

  private Answer send(String method, String worker, String path, @Nullable String body, String... header) {
    return door.send(method, worker, path, body, header.length == 0 ? Map.of() : Map.of(header[0], header[1]));
  }

  @Override
  public void close() {
    service.close();
    neighbours.close();
  }
}
