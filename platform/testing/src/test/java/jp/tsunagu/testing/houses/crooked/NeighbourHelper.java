package jp.tsunagu.testing.houses.crooked;

import jp.tsunagu.testing.houses.tidy.Visit;

record NeighbourHelper(Visit visit) {}
