package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was ever written stays readable, and says what it said. A file keeps every form there was; whoever changes one adds a line.
 * A subclass says which file, and reads and writes as the product does.
 */
public abstract class WrittenFormsSpec {
  private static final String RULE = """

      What a line has under "data" lies in stores and on topics for ever, so a line that was committed is never changed and never
      taken out. Mend what reads it; for a new form add a line, with the next number. "now" says what is understood of an old one.
      """;

  /** @param data as it would be written today */
  public record Written(String type, JsonNode data) {}

  protected abstract List<WrittenForm> forms();

  protected abstract Object read(String type, ObjectNode data);

  protected abstract Written write(Object value);

  /** The records of today, of which there has to be a line each. */
  protected abstract Collection<? extends Class<?>> kinds();

  /** Fields, as {@code Type.field}, and codes that are there for other uses of a type and in nothing that is written here. */
  protected Set<String> neverWritten() {
    return Set.of();
  }

  /** What is sealed in it open, since a box is another one each time. */
  protected JsonNode opened(JsonNode data) {
    return data;
  }

  @TestFactory
  Stream<DynamicTest> readsEveryFormThereEverWas() {
    return forms().stream().map(form -> DynamicTest.dynamicTest(form.place(), () -> saysTheSame(form)));
  }

  private void saysTheSame(WrittenForm form) {
    Written again = write(readOrExplain(form));
    assertThat(again.type()).as(form.place() + RULE).isEqualTo(form.typeNow());
    assertThat(opened(again.data())).as(form.place() + RULE).isEqualTo(opened(form.now()));
  }

  private Object readOrExplain(WrittenForm form) {
    try {
      return read(form.type(), form.data());
    } catch (RuntimeException e) {
      throw new AssertionError(form.place() + " cannot be read any more." + RULE, e);
    }
  }

  /** A line that was taken out leaves a hole. */
  @Test
  void numbersTheFormsOfATypeWithoutHoles() {
    Map<String, Set<Integer>> numbers = forms().stream()
        .collect(Collectors.groupingBy(WrittenForm::type, Collectors.mapping(WrittenForm::number, Collectors.toSet())));
    numbers.forEach((type, found) -> assertThat(found).as("forms of " + type + RULE)
        .isEqualTo(IntStream.rangeClosed(1, Collections.max(found)).boxed().collect(Collectors.toSet())));
  }

  @Test
  void hasALineInTodaysFormForEverythingThatIsWritten() {
    List<Object> todays = forms().stream().filter(WrittenForm::todays).map(this::readOrExplain).toList();
    assertThat(todays.stream().map(Object::getClass).collect(Collectors.toSet())).as("what has a line" + RULE).containsAll(kinds());
    var possible = possible();
    var actual = new Holding();
    todays.forEach(actual::actual);
    assertThat(missing(possible.fields, actual.fields)).as("fields that no line in today's form has" + RULE).isEmpty();
  }

  /** A constant that is renamed, or gone, is a line that cannot be read. */
  @Test
  void hasEveryCodeThatIsWritten() {
    var actual = new Holding();
    forms().stream().map(this::readOrExplain).forEach(actual::actual);
    assertThat(missing(possible().codes, actual.codes)).as("codes that no line has, not even under \"also\"" + RULE).isEmpty();
  }

  private Holding possible() {
    var possible = new Holding();
    kinds().forEach(possible::possible);
    return possible;
  }

  private Set<String> missing(Set<String> possible, Set<String> actual) {
    var missing = new TreeSet<>(possible);
    missing.removeAll(actual);
    missing.removeAll(neverWritten());
    return missing;
  }
}
