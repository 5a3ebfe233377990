package jp.tsunagu.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import jp.tsunagu.journal.Refusal;

class LonelinessTest {
  @Test
  void sumsTheThreeAnswers() {
    assertThat(new Loneliness(null, List.of(2, 3, 4)).score()).hasValue(9);
  }

  @Test
  void hasNoScoreWhenAnAnswerIsBlank() {
    assertThat(new Loneliness(4, Arrays.asList(2, null, 4)).score()).isEmpty();
    assertThat(new Loneliness(4, List.of()).score()).isEmpty();
  }

  @Test
  void refusesAnswersOffTheScale() {
    assertThat(Loneliness.check(6, List.of())).map(Refusal::field).hasValue("loneliness.direct");
    assertThat(Loneliness.check(null, List.of(1, 2))).map(Refusal::code).hasValue("three-answers");
    assertThat(Loneliness.check(null, List.of(1, 2, 5))).map(Refusal::field).hasValue("loneliness.ucla3");
    assertThatIllegalArgumentException().isThrownBy(() -> new Loneliness(0, List.of()));
  }
}
