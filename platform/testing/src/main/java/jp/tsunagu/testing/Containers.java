package jp.tsunagu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A broker and a store in containers of the images that an installation runs, where {@code -Dtsunagu.test.containers=true} asks for
 * them. What an image cannot prove because it only stands in for the real one is printed.
 */
public final class Containers {
  public static final boolean ASKED = Boolean.getBoolean("tsunagu.test.containers");
  /** See platform/containers. */
  private static final String STAND_IN = "jp.tsunagu.stand-in";
  private static final int MONGO = 27017;

  private Containers() {}

  /** The broker's {@code bootstrap.servers}, if it is to be one in a container. */
  public static Optional<String> broker() {
    return ASKED ? Optional.of(Broker.RUNNING.getBootstrapServers()) : Optional.empty();
  }

  /** The store's URI without a database, if it is to be one in a container. */
  public static Optional<String> store() {
    if (!ASKED) return Optional.empty();
    return Optional.of("mongodb://" + Store.RUNNING.getHost() + ":" + Store.RUNNING.getMappedPort(MONGO) + "/?directConnection=true");
  }

  /** What the image's stand-in leaves unproven; empty for the real one. */
  private static Optional<String> unproven(String image) {
    var config = DockerClientFactory.instance().client().inspectImageCmd(image).exec().getConfig();
    return Optional.ofNullable(config).flatMap(c -> Optional.ofNullable(c.getLabels())).map(labels -> labels.get(STAND_IN));
  }

  private static <T extends GenericContainer<T>> T started(String image, T container) {
    container.start();
    System.out.println(unproven(image).map(w -> image + " is a stand-in: " + w).orElse(image + " is the real one"));
    return AtExit.close(container);
  }

  private static String image(String of) {
    return System.getProperty("tsunagu.image." + of);
  }

  private static final class Broker {
    static final KafkaContainer RUNNING = started(image("kafka"), new KafkaContainer(DockerImageName.parse(image("kafka"))));
  }

  private static final class Store {
    static final Mongo RUNNING = begun(started(image("mongo"), new Mongo(image("mongo"))));

    /** A replica set of one, as an installation's smallest. */
    private static Mongo begun(Mongo mongo) {
      try {
        String begin = "rs.initiate(); while (!db.hello().isWritablePrimary) sleep(100)";
        var done = mongo.execInContainer("mongosh", "--quiet", "--eval", begin);
        if (done.getExitCode() != 0) throw new IllegalStateException(done.getStdout() + done.getStderr());
        return mongo;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Mongo extends GenericContainer<Mongo> {
    Mongo(String image) {
      super(image);
      withExposedPorts(MONGO).withCommand("mongod", "--replSet", "tests", "--bind_ip_all");
    }
  }
}
