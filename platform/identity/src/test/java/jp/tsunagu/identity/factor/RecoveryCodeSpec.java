package jp.tsunagu.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeSpec {
  @Test
  void comesInTensThatAllDiffer() {
    var ten = RecoveryCode.ten();
    assertThat(ten).extracting(RecoveryCode::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(ten).extracting(RecoveryCode::secret).doesNotHaveDuplicates();
    assertThat(ten).allSatisfy(code -> assertThat(code.written()).matches("\\d+(-[A-Z2-7]{4}){3}"));
    assertThat(ten).allSatisfy(code -> assertThat(RecoveryCode.read(code.written())).contains(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3-ABCD-EFGH-JKLM", "3 abcd efgh jklm", "３－ＡＢＣＤ－ＥＦＧＨ－ＪＫＬＭ", "3ABCDEFGHJKLM", "3ーABCDーEFGHーJKLM"})
  void isReadAsPeopleTypeIt(String typed) {
    assertThat(RecoveryCode.read(typed)).contains(new RecoveryCode(3, "ABCDEFGHJKLM"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456", "0-ABCD-EFGH-JKLM", "11-ABCD-EFGH-JKLM", "3-ABCD-EFGH-JKL", "3-ABCD-EFGH-JKL1"})
  void isNothingElse(String typed) {
    assertThat(RecoveryCode.read(typed)).isEmpty();
  }

  @Test
  void isNotReadableInALog() {
    assertThat(new RecoveryCode(3, "ABCDEFGHJKLM")).hasToString("RecoveryCode[3]");
  }
}
