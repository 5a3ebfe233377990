package jp.tsunagu.portal;

import org.junit.jupiter.api.Test;

import jp.tsunagu.testing.HouseRules;

class HouseRulesTest {
  @Test
  void keepsTheHouseInOrder() {
    HouseRules.check("jp.tsunagu.portal");
  }
}
