package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;

import jp.tsunagu.contracts.ConsentItem;

import org.junit.jupiter.api.Test;

class BlindIndexTest {
  private final BlindIndex index = new BlindIndex(new byte[32]);

  @Test
  void findsAPersonByWhateverIsTyped() {
    var keys = index.keysOf(Sample.named());
    for (String typed : List.of("印付", "印付花子", "印付　花子", "花子", "しるしつき", "ｼﾙｼﾂｷ ﾊﾅｺ", "シルシツキハナコ", "00012345678", "０００－１２３４ー５６７８"))
      assertThat(keys).as(typed).containsAnyElementsOf(index.asked(typed));
  }

  @Test
  void findsNobodyByPartsOfAWordOrAForeignNumber() {
    var keys = index.keysOf(Sample.named());
    for (String typed : List.of("印", "シル", "1234-5678", "000-1234-567", "", "0"))
      assertThat(index.asked(typed)).as(typed).noneMatch(keys::contains);
  }

  @Test
  void findsAPseudonymByItsReading() {
    var keys = index.keysOf(new Person.Pseudonym(new Name("さくら")));
    assertThat(keys).containsAnyElementsOf(index.asked("サクラ"));
  }

  @Test
  void keepsNothingReadableAndNothingThatAnotherKeyFinds() {
    var keys = index.keysOf(Sample.named());
    assertThat(keys).allSatisfy(k -> assertThat(k).matches("[A-Za-z0-9_-]{22}"));
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(keys).doesNotContainAnyElementsOf(new BlindIndex(other).keysOf(Sample.named()));
  }

  @Test
  void findsForACallerOnlyByWhatTheCallerMaySee() {
    var nameOnly = new Disclosure(Sample.opened(), new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.NOT_CONSENTED), "org15");
    assertThat(nameOnly.findableBy(index)).containsAnyElementsOf(index.asked("印付")).doesNotContainAnyElementsOf(index.asked(Sample.PHONE));
  }
}
