package jp.tsunagu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;

/** How many documents a lookup has to look at: with a wide answer every test of results would pass, slowly. */
class OrderedIndexTest {
  private static final int OTHERS = 100;
  private final OrderedIndex index = new OrderedIndex("i", List.of(new IndexKey("deadlines.worker", true)), false, false, null);

  OrderedIndexTest() {
    for (int i = 0; i < OTHERS; i++) add(i, deadline("w" + i), deadline("v" + i));
  }

  @Test
  void proposesOnlyTheDocumentsThatHaveTheValue() {
    add(1000, deadline("x"), deadline("y"), deadline("x"));
    assertThat(candidates(points("x"))).containsExactly(1000);
    assertThat(candidates(points("x", "y", "w7"))).containsExactly(7, 1000);
    assertThat(candidates(points("nobody"))).isEmpty();
  }

  @Test
  void proposesEveryDocumentThatItsEntriesDoNotDescribe() {
    add(1000);
    add(1001, new Document("worker", List.of("x", "y")));
    assertThat(candidates(points("x"))).contains(1001).hasSizeLessThan(3);
  }

  @Test
  void proposesNothingThatHasNoValueAtAll() {
    add(1000);
    assertThat(candidates(points("x"))).isEmpty();
    assertThat(candidates(points("w7"))).containsExactly(7);
    var nothing = new Constraint();
    nothing.points = List.of(Missing.getInstance());
    assertThat(candidates(nothing)).contains(1000);
  }

  @Test
  void proposesAllArraysForARangeAndForNull() {
    var range = new Constraint();
    range.lo = "x";
    range.hasLo = true;
    assertThat(candidates(range)).hasSize(OTHERS);
    var nothing = new Constraint();
    nothing.points = List.of(Missing.getInstance());
    assertThat(candidates(nothing)).hasSize(OTHERS);
  }

  private static Document deadline(String worker) {
    return new Document("worker", worker);
  }

  @SuppressWarnings("NullAway") // a collection is asked for only to describe a duplicate
  private void add(int id, Document... deadlines) {
    index.add(new Document("_id", id).append("deadlines", List.of(deadlines)), id, null);
  }

  private static Constraint points(Object... values) {
    var c = new Constraint();
    c.points = List.of(values);
    return c;
  }

  private List<Object> candidates(Constraint constraint) {
    return Objects.requireNonNull(index.plan(Map.of("deadlines.worker", constraint), new Document(), null)).positions().toList();
  }
}
