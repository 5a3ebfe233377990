package jp.tsunagu.followup;

import org.junit.jupiter.api.Test;

import jp.tsunagu.testing.HouseRules;

class HouseRulesTest {
  @Test
  void isBuiltLikeEveryService() {
    HouseRules.check("jp.tsunagu.followup");
  }
}
