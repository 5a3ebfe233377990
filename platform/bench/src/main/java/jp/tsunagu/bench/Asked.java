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

  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Of one part, for one act. */
  private static final class Part {
    private final MeterRegistry meters;
    private final Rounds requests = new Rounds();
    private final Rounds commands = new Rounds();
    private long requestsBefore;
    private long commandsBefore;

    Part(MeterRegistry meters) {
      this.meters = meters;
    }

    void begin() {
      requestsBefore = requests();
      commandsBefore = commands();
    }

    void end(double acts) {
      requests.add((requests() - requestsBefore) / acts);
      commands.add((commands() - commandsBefore) / acts);
    }

    private long requests() {
      return count("http.server.requests");
    }

    private long commands() {
      return count("mongodb.driver.commands");
    }

    private long count(String timers) {
      return meters.find(timers).timers().stream().mapToLong(Timer::count).sum();
    }
  }

  Asked(LocalSystem system) {
    for (String part : PARTS) parts.put(part, new Part(system.part(part).getBean(MeterRegistry.class)));
  }

  void begin() {
    parts.values().forEach(Part::begin);
  }

  /** @param acts since the beginning */
  void end(int acts) {
    parts.values().forEach(part -> part.end(acts));
  }

  Table table() {
    var table = new Table("for one closed loop, with all that goes on meanwhile", "requests served", "commands to its store");
    parts.forEach((name, part) -> table.row(name, part.requests, part.commands));
    return table;
  }
}
