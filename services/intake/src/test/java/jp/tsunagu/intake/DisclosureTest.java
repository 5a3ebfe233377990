package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;

import org.junit.jupiter.api.Test;

class DisclosureTest {
  @Test
  void namesThePersonOnlyToWhomTheNameMayBeTold() {
    assertThat(to(EnumSet.of(ConsentItem.NAME)).label()).contains("印付 花子");
    assertThat(to(EnumSet.of(ConsentItem.CONTACT)).label()).isEmpty();
  }

  @Test
  void listsWhatIsShownForTheAccessLog() {
    assertThat(to(EnumSet.allOf(ConsentItem.class)).fields()).containsExactly("name", "contact", "worries", "wishes", "story");
    assertThat(to(EnumSet.of(ConsentItem.WORRIES)).fields()).containsExactly("worries");
    assertThat(to(Set.of()).fields()).isEmpty();
  }

  @Test
  void showsAnOrganisationThatHandedOnThePersonAsOfThen() {
    var renamed = Sample.opened()
        .with(new CaseFile.Recorded(new Person.Pseudonym(new Name("さくら")), Sample.DESK, Sample.NOW.plus(Duration.ofDays(2))));
    var before = new Sight.Items(EnumSet.allOf(ConsentItem.class), Sample.NOW.plus(Duration.ofDays(1)), null);
    assertThat(new Disclosure(renamed, before, "org05").label()).contains("印付 花子");
    assertThat(new Disclosure(renamed, new Sight.Items(EnumSet.allOf(ConsentItem.class), null, null), "org15").label()).contains("さくら");
  }

  private static Disclosure to(Set<ConsentItem> items) {
    return new Disclosure(Sample.opened(), new Sight.Items(items, null, null), "org15");
  }
}
