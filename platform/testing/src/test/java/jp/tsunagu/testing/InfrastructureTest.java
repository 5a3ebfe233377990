package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;

class InfrastructureTest {
  @Test
  void givesATestADatabaseOfItsOwn() {
    var uri = new ConnectionString(Infrastructure.mongoUri(InfrastructureTest.class));
    try (var client = MongoClients.create(uri)) {
      var notes = client.getDatabase(String.valueOf(uri.getDatabase())).getCollection("notes");
      assertThat(notes.countDocuments()).isZero();
      notes.insertOne(new Document("_id", 1));
      assertThat(notes.countDocuments()).isOne();
    }
    assertThat(Infrastructure.mongoUri(InfrastructureTest.class)).isEqualTo(uri.getConnectionString());
    assertThat(Infrastructure.mongoUri(Infrastructure.class)).isNotEqualTo(uri.getConnectionString());
  }

  @Test
  void startsOneBroker() throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", Infrastructure.kafka()))) {
      admin.createTopics(List.of(new NewTopic("notes", 12, (short) 1))).all().get();
      assertThat(admin.listTopics().names().get()).contains("notes");
    }
    assertThat(Infrastructure.kafka()).isEqualTo(Infrastructure.kafka()).startsWith("127.0.0.1:");
  }

  @Test
  void putsTheDatabaseIntoAnyUri() {
    assertThat(Infrastructure.withDatabase("mongodb://h:1", "d")).isEqualTo("mongodb://h:1/d");
    assertThat(Infrastructure.withDatabase("mongodb://h:1/?replicaSet=r", "d")).isEqualTo("mongodb://h:1/d?replicaSet=r");
    assertThat(Infrastructure.withDatabase("mongodb://h:1/other?replicaSet=r", "d")).isEqualTo("mongodb://h:1/d?replicaSet=r");
  }
}
