package jp.tsunagu.referral;

import jp.tsunagu.testing.HouseRules;

import org.junit.jupiter.api.Test;

class HouseRulesTest {
  @Test
  void isBuiltLikeEveryService() {
    HouseRules.check("jp.tsunagu.referral");
  }
}
