package jp.tsunagu.systemtests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was survived, as a table for people. */
final class Tally {
  private final Map<Misfortune, Integer> befallen = new EnumMap<>(Misfortune.class);
  private final Map<Misfortune, List<Duration>> recovered = new EnumMap<>(Misfortune.class);

  void befell(Misfortune what) {
    befallen.merge(what, 1, Integer::sum);
  }

  void recovered(Misfortune from, Duration after) {
    recovered.computeIfAbsent(from, _ -> new ArrayList<>()).add(after);
  }

  String table() {
    var table = new StringBuilder("| misfortune | times | from rest: next delivery, median | longest |\n| --- | --- | --- | --- |\n");
    befallen.forEach((what, times) -> {
      List<Duration> all = recovered.getOrDefault(what, List.of()).stream().sorted().toList();
      table.append("| %s | %d | %s | %s |%n".formatted(what, times, all.isEmpty() ? "" : seconds(all.get(all.size() / 2)),
          all.isEmpty() ? "" : seconds(all.getLast())));
    });
    return table.toString();
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1e3);
  }
}
