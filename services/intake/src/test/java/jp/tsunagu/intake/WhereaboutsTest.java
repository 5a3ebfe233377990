package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would find somebody who hides does not get into words either. */
class WhereaboutsTest {
  @ParameterizedTest
  @ValueSource(strings = {"いまは見本市例示区城内1-1のアパート。", "例示町２丁目に移った", "見本区例示町１ー２ー３", "〒8030000", "803-0000です", "電話は000-1111-2222",
      "携帯 00011112222",
      "例示町三丁目の友人宅", "5番地の2"})
  void isFoundInWords(String text) {
    assertThat(Whereabouts.in(text)).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-4日眠れていない", "2026-04-01に来所", "月に5万円足りない", "市の窓口で2回断られた", "区役所に行った", "10年前から", "1番困っていること", "週2-3回", "三人で暮らす"})
  void isNotSeenInEveryNumber(String text) {
    assertThat(Whereabouts.in(text)).as(text).isFalse();
  }
}
