package jp.tsunagu.testing.houses.crooked;

import jp.tsunagu.testing.houses.crooked.http.CrookedController;

record Outward(CrookedController door) {}
