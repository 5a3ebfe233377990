package jp.tsunagu.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the broker acknowledged outlives the process that it ran in. */
@Timeout(120)
class EmbeddedKafkaTest {
  private static final TopicPartition PARTITION = new TopicPartition("events", 0);
  @TempDir Path folder;

  /** The process that is killed. */
  static final class Broker {
    public static void main(String[] args) throws InterruptedException {
      System.out.println("up " + EmbeddedKafka.start(Path.of(args[0]), 0).bootstrapServers());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void keepsEveryAcknowledgedRecordWhenItsProcessIsKilled() throws Exception {
    Process broker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Broker.class.getName(), folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> written;
    try (var out = broker.inputReader()) {
      written = write(out.lines().filter(line -> line.startsWith("up ")).findFirst().orElseThrow().substring(3));
    } finally {
      broker.destroyForcibly().waitFor();
    }
    try (EmbeddedKafka again = EmbeddedKafka.start(folder, 0)) {
      assertThat(read(again.bootstrapServers(), written.size())).isEqualTo(written);
    }
  }

  @Test
  void saysWhatIsWrongInOneLine() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort()))
          .withMessageContaining("port " + taken.getLocalPort()).withMessageNotContaining("\n");
    }
    Path file = Files.createFile(folder.resolve("file"));
    assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(file.resolve("log"), 0))
        .withMessageContaining("cannot write to the folder").withMessageNotContaining("\n");
  }

  @Test
  void refusesAFolderThatAnotherBrokerHas() {
    try (EmbeddedKafka first = EmbeddedKafka.start(folder, 0)) {
      assertThatIllegalStateException().isThrownBy(() -> EmbeddedKafka.start(folder, 0)).withMessageContaining("another Kafka broker");
      assertThat(first.bootstrapServers()).startsWith("127.0.0.1:");
    }
  }

  private static List<String> write(String bootstrap) throws InterruptedException, ExecutionException {
    List<String> written = new ArrayList<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        var producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrap, "acks", "all"), new StringSerializer(),
            new StringSerializer())) {
      assertThat(admin.listTopics().names().get()).isEmpty();
      admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1))).all().get();
      for (int i = 0; i < 200; i++) {
        producer.send(new ProducerRecord<>(PARTITION.topic(), "k", "v" + i)).get();
        written.add("v" + i);
      }
    }
    return written;
  }

  private static List<String> read(String bootstrap, int atLeast) {
    List<String> found = new ArrayList<>();
    try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      while (found.size() < atLeast) consumer.poll(Duration.ofSeconds(1)).forEach(r -> found.add(r.value()));
    }
    return found;
  }
}
