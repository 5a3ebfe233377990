package jp.tsunagu.directory.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;

import jp.tsunagu.testing.Infrastructure;

class RegisterTest {
  /** One of them would keep everybody from seeing any organisation. */
  @Test
  void readsANameThatWasTakenBeforeNamesHadToBeReadable() {
    var store = new ConnectionString(Infrastructure.mongoUri(RegisterTest.class));
    try (var client = MongoClients.create(store)) {
      var database = client.getDatabase(store.getDatabase());
      var register = new Register(database);
      database.getCollection("register").insertOne(new Document("_id", "org05").append("version", 1L).append("workers", List.of())
          .append("entry", """
              {"organisation":"org05","version":1,"profile":{"name":"会\u202e空架","kind":"相談","audience":"若者","modes":[],
               "anonymousOnly":false,"acceptsReferrals":true,"addressPublic":false},"units":[],"active":true,"secretariat":false,
               "workers":[]}"""));
      assertThat(register.all()).extracting(entry -> entry.profile().name()).containsExactly("会\uFFFD空架");
    }
  }
}
