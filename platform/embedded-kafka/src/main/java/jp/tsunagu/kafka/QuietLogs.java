package jp.tsunagu.kafka;

import java.util.List;

import org.slf4j.LoggerFactory;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

/**
 * A broker logs a page at every start, which hides what its user wants to read. Where Logback is the log, only errors are
 * shown, unless a level was chosen for the logger; elsewhere the log's own configuration decides.
 */
final class QuietLogs {
  private static final List<String> CHATTY = List.of("kafka", "state.change.logger", "org.apache.kafka");

  private QuietLogs() {}

  static void apply() {
    try {
      if (LoggerFactory.getILoggerFactory() instanceof ch.qos.logback.classic.LoggerContext logs) {
        CHATTY.stream().map(logs::getLogger).filter(log -> log.getLevel() == null).forEach(QuietLogs::quieten);
      }
    } catch (NoClassDefFoundError e) { // no Logback here
    }
  }

  private static void quieten(Logger log) {
    log.setLevel(Level.ERROR);
  }
}
