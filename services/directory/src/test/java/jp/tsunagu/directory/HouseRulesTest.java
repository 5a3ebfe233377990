package jp.tsunagu.directory;

import org.junit.jupiter.api.Test;

import jp.tsunagu.testing.HouseRules;

class HouseRulesTest {
  @Test
  void keepsTheRulesOfTheHouse() {
    HouseRules.check("jp.tsunagu.directory");
  }
}
