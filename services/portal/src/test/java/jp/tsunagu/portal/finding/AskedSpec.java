package jp.tsunagu.portal.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

import jp.tsunagu.portal.ledger.Ledgers.Mark;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.runtime.http.Problem;

class AskedSpec {
  @Test
  void keepsWhatIsKnownAndNotBlank() {
    var asked = new Asked(Map.of("state", " OPEN ", "holder", " ", "sort", "name", "after", "x"));
    assertThat(asked.given()).isEqualTo(Map.of("state", "OPEN"));
    assertThat(asked.without("state").nothing()).isTrue();
  }

  @Test
  void leadsToTheSameListAgain() {
    assertThat(new Asked(Map.of("worry", "CARE", "state", "OPEN")).address("/cases")).isEqualTo("/cases?state=OPEN&worry=CARE");
    assertThat(new Asked(Map.of("holder", "a&b=%{c}")).address("/cases")).isEqualTo("/cases?holder=a%26b%3D%25%7Bc%7D");
    assertThat(new Asked(Map.of()).address("/cases")).isEqualTo("/cases");
  }

  @Test
  void tellsACodeFromWhatMayBeAName() {
    assertThat(Asked.isCode("c-01kx")).isTrue();
    for (String name : new String[]{"", "やまだ", "c", "C-1", "c-1 山田", "chen-li"}) assertThat(Asked.isCode(name)).as(name).isFalse();
  }

  @Test
  void turnsThePageWhereItEnded() {
    var mark = new Mark(CaseStory.START, "c-1_2");
    assertThat(Turning.read(Turning.written(mark))).isEqualTo(mark);
    assertThat(Turning.read(" ")).isNull();
    for (String wrong : new String[]{"x", "_c-1", "noon_c-1"})
      assertThatThrownBy(() -> Turning.read(wrong)).as(wrong).isInstanceOf(Problem.class);
  }
}
