package jp.tsunagu.intake;

import org.junit.jupiter.api.Test;

import jp.tsunagu.testing.HouseRules;

class HouseRulesTest {
  @Test
  void keepsTheHouseRules() {
    HouseRules.check("jp.tsunagu.intake");
  }
}
