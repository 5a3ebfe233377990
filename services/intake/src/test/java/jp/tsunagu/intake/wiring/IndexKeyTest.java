package jp.tsunagu.intake.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.testing.Infrastructure;

class IndexKeyTest {
  private final MongoClient client = MongoClients.create(Infrastructure.mongoUri(IndexKeyTest.class));
  private final MongoDatabase database = client.getDatabase("index-key");

  @BeforeEach
  void fresh() {
    database.drop();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void isMadeOnceAndThenAlwaysTheSame() {
    byte[] made = new IndexKey(database).orGiven("");
    assertThat(made).hasSize(32);
    assertThat(new IndexKey(database).orGiven(" ")).isEqualTo(made);
  }

  @Test
  void isTheGivenOneAndIsThenNotKept() {
    byte[] given = new byte[32];
    given[7] = 7;
    assertThat(new IndexKey(database).orGiven(Base64.getEncoder().encodeToString(given))).isEqualTo(given);
    assertThat(database.getCollection("settings").countDocuments()).isZero();
  }
}
