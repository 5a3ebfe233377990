package jp.tsunagu.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jp.tsunagu.local.LocalSystem;

/** How often the parts are asked for something, and ask their stores: what the cost of an act is made of. */
final class Asked {
  private static final List<String> PARTS = List.of("portal", "intake", "referral", "follow-up", "notification", "directory", "identity");

  private final LocalSystem system;
  private final Map<String, Rounds> requests = new LinkedHashMap<>();
  private final Map<String, Rounds> commands = new LinkedHashMap<>();
  private Map<String, Long> requestsBefore = Map.of();
  private Map<String, Long> commandsBefore = Map.of();

  Asked(LocalSystem system) {
    this.system = system;
  }

  void begin() {
    requestsBefore = counts("http.server.requests");
    commandsBefore = counts("mongodb.driver.commands");
  }

  /** @param acts since the beginning */
  void end(int acts) {
    add(requests, requestsBefore, counts("http.server.requests"), acts);
    add(commands, commandsBefore, counts("mongodb.driver.commands"), acts);
  }

  private static void add(Map<String, Rounds> to, Map<String, Long> before, Map<String, Long> now, int acts) {
    now.forEach((part, count) -> to.computeIfAbsent(part, _ -> new Rounds()).add((count - before.getOrDefault(part, 0L)) / (double) acts));
  }

  private Map<String, Long> counts(String timers) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String part : PARTS)
      counts.put(part, system.part(part).getBean(MeterRegistry.class).find(timers).timers().stream().mapToLong(Timer::count).sum());
    return counts;
  }

  Table table() {
    var table = new Table("for one closed loop, with all that goes on meanwhile", "requests served", "commands to its store");
    for (String part : PARTS) table.row(part, requests.get(part), commands.get(part));
    return table;
  }
}
