package jp.tsunagu.systemtests.simulation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong, in words for whoever has to find out why. */
final class Findings {
  private final List<String> all = new ArrayList<>();

  void unless(boolean fine, String what) {
    if (!fine) all.add(what);
  }

  List<String> all() {
    return List.copyOf(all);
  }
}
