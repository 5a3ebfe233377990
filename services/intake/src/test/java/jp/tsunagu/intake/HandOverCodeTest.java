package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverCodeTest {
  private static final HandOverCode CODE = new HandOverCode("1234567890123456");

  @Test
  void isReadAloudInGroupsOfFour() {
    assertThat(CODE.inGroups()).isEqualTo("1234 5678 9012 3456");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890123456", "1234 5678 9012 3456", "1234-5678-9012-3456", "１２３４　５６７８　９０１２　３４５６", " 1234ー5678ー9012ー3456 "})
  void isTakenAsPeopleWriteIt(String typed) {
    assertThat(HandOverCode.typed(typed)).contains(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234", "12345678901234567", "1234 5678 9012 345O", "一二三四"})
  void isNothingElse(String typed) {
    assertThat(HandOverCode.typed(typed)).isEmpty();
  }

  @Test
  void doesNotTellItselfToALog() {
    assertThat(CODE.toString()).doesNotContain("1234");
  }
}
