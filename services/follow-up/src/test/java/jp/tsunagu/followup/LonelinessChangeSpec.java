package jp.tsunagu.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LonelinessChangeSpec {
  private static Loneliness direct(int answer) {
    return new Loneliness(answer, List.of());
  }

  private static Loneliness ucla(@Nullable Integer... answers) {
    return new Loneliness(null, Arrays.asList(answers));
  }

  @Test
  void comparesTheFirstAnswerWithTheLast() {
    var change = LonelinessChange.of(List.of(List.of(direct(5), direct(1), direct(3)), List.of(direct(2), direct(2)),
        List.of(direct(1), direct(4)), List.of(direct(5)))).direct();
    assertThat(change).isEqualTo(new LonelinessChange.Change(4, 4, 3, 8, 9, 1, 1, 1));
  }

  @Test
  void takesABlankAnswerForNoScoreAndForAsked() {
    var change = LonelinessChange.of(List.of(List.of(ucla(2, null, 4), ucla(2, 3, 4), ucla(1, 1, 1)), List.of(ucla(null, null, null)),
        List.of(ucla(4, 4, 4), ucla(4, null, 4)))).ucla3();
    assertThat(change).isEqualTo(new LonelinessChange.Change(3, 2, 1, 9, 3, 1, 0, 0));
  }

  @Test
  void keepsTheTwoMeasuresApart() {
    var both = LonelinessChange.of(List.of(List.of(new Loneliness(4, List.of(2, 2, 2)), direct(3))));
    assertThat(both.direct()).isEqualTo(new LonelinessChange.Change(1, 1, 1, 4, 3, 1, 0, 0));
    assertThat(both.ucla3()).isEqualTo(new LonelinessChange.Change(1, 1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void countsNobodyWhoWasNotAsked() {
    assertThat(LonelinessChange.of(List.of(List.of())).direct()).isEqualTo(new LonelinessChange.Change(0, 0, 0, 0, 0, 0, 0, 0));
  }
}
