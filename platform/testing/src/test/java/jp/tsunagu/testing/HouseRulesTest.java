package jp.tsunagu.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Rules that nothing breaks could as well be rules that notice nothing. */
class HouseRulesTest {
  private static final String HOUSES = "jp.tsunagu.testing.houses.";
  private static final int RULES = 9;

  @Test
  void leavesATidyHouseAlone() {
    assertThat(broken("tidy")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "without a framework        | Framed",
      "doors know the concept     | Outward",
      "what is published          | Publishing",
      "time and new ids           | LocalDate.now",
      "time and new ids           | UUID.randomUUID",
      "only the outbox            | inbox.Mail.answer",
      "never each other           | NeighbourHelper",
      "the relay alone            | CrookedController",
      "a name says                | NeighbourHelper",
      "free of cycles             | Slice http"})
  void noticesWhatIsCrooked(String rule, String place) {
    assertThat(broken("crooked")).filteredOn(text -> text.contains(rule)).singleElement().asString().contains(place);
  }

  @Test
  void hasACrookedExampleOfEveryRule() {
    assertThat(broken("crooked")).hasSize(RULES);
  }

  @Test
  void refusesAPackageThatDoesNotExist() {
    assertThatThrownBy(() -> HouseRules.check("jp.tsunagu.misspelt")).isInstanceOf(AssertionError.class).hasMessageContaining("misspelt");
  }

  private static List<String> broken(String house) {
    return HouseRules.broken(new ClassFileImporter().importPackages(HOUSES + house), HOUSES + house);
  }
}
