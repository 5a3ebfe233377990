package jp.tsunagu.runtime.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;

import jp.tsunagu.contracts.DirectoryMessage.Organisation;
import jp.tsunagu.testing.Infrastructure;

/** A copy of the directory put right while it is read. */
class DirectoryMendTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(DirectoryMendTest.class));
  private final MongoCollection<Document> stored = CLIENT.getDatabase("mend").getCollection("directory");
  private final DirectoryView view = new DirectoryView(CLIENT.getDatabase("mend"));

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void empty() {
    stored.deleteMany(new Document());
  }

  private static Organisation named(String name) {
    return new Organisation("org05", name, true, true, false, List.of(), List.of());
  }

  @Test
  void putsBackWhatIsMissingAndRightsWhatIsWrong() {
    assertThat(view.mend(named("YELL"), 3)).isTrue();
    assertThat(view.mend(named("YELL"), 3)).as("it is right now").isFalse();
    stored.updateOne(Filters.eq("_id", "org05"), new Document("$set", new Document("organisation", "{\"name\":")));
    assertThat(view.mend(named("YELL"), 3)).isTrue();
    assertThat(view.organisation("org05")).contains(named("YELL"));
  }

  @Test
  void leavesAloneWhatIsNewer() {
    view.mend(named("YELL"), 4);
    assertThat(view.mend(named("an older name"), 3)).isFalse();
    assertThat(view.organisation("org05")).contains(named("YELL"));
    assertThat(view.seen("organisation-org05", "org05")).isEqualTo(4);
  }
}
