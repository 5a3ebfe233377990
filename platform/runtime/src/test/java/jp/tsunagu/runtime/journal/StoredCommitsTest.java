package jp.tsunagu.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import jp.tsunagu.journal.Commit;
import jp.tsunagu.runtime.vault.Seals;
import jp.tsunagu.testing.Note.Event;

/** What stands around the events stays readable as they do; their own forms are kept by each service. */
class StoredCommitsTest {
  private static final CommitCodec<Event> CODEC = new CommitCodec<>(MongoJournalTest.TYPES, StoredJson.mapper(), Seals.none());

  static Stream<Document> forms() throws IOException {
    try (var in = Objects.requireNonNull(StoredCommitsTest.class.getResourceAsStream("/events/commits.jsonl"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
      return lines.stream().map(line -> Document.parse(line).get("stored", Document.class));
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void areReadAndWrittenAsTheyWere(Document stored) {
    assertThat(CODEC.write(CODEC.read(stored, "c-1"), "c-1")).isEqualTo(stored);
  }

  @Test
  void showAllThatACommitCanHoldInTheNewestForm() throws IOException {
    var newest = forms().toList().getLast();
    assertThat(newest.keySet()).as("add a line, never change one")
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Commit.class.getRecordComponents()).map(c -> c.getName()).toList());
  }
}
