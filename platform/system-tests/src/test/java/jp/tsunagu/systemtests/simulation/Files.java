package jp.tsunagu.systemtests.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Outbox;
import jp.tsunagu.runtime.journal.Aggregate;
import jp.tsunagu.runtime.journal.EventTypes;

/** Case files as far as others hear of them. Persons have no place in a simulation, so a file is what it says. */
final class Files implements Decider<IntakeMessage, IntakeMessage, List<IntakeMessage>> {
  static final EventTypes<IntakeMessage> EVENTS = EventTypes.of(types());

  static Aggregate<IntakeMessage, IntakeMessage, List<IntakeMessage>> of(String prefix) {
    return new Aggregate<>(prefix, new Files(), EVENTS, Outbox.<IntakeMessage, Message>perEvent((_, message) -> message), List.of());
  }

  private static Map<String, Class<? extends IntakeMessage>> types() {
    Map<String, Class<? extends IntakeMessage>> types = new HashMap<>();
    MessageTypes.all().forEach((name, type) -> {
      if (IntakeMessage.class.isAssignableFrom(type)) types.put(name, type.asSubclass(IntakeMessage.class));
    });
    return types;
  }

  @Override
  public List<IntakeMessage> initial() {
    return List.of();
  }

  /** A file begins with its opening, and one of reports with a report; nothing is said twice. */
  @Override
  public Decision<IntakeMessage> decide(IntakeMessage said, List<IntakeMessage> file) {
    boolean begins = said instanceof IntakeMessage.CaseOpened || said instanceof IntakeMessage.AbuseReported;
    if (begins != file.isEmpty()) return Decision.refuse("not-now", "A file begins once.");
    return file.contains(said) ? Decision.accept() : Decision.accept(said);
  }

  @Override
  public List<IntakeMessage> evolve(List<IntakeMessage> file, IntakeMessage said) {
    return Stream.concat(file.stream(), Stream.of(said)).toList();
  }
}
