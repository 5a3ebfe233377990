package jp.tsunagu.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The smallest aggregate that has something to refuse: a list of words without repetition. For tests of the machinery. */
public final class Note implements Decider<Note.Write, Note.Event, List<String>> {
  public record Write(String word) {}

  public sealed interface Event {
    record Written(String word, int length, Instant at, @Nullable String remark) implements Event {}

    record Doubled(String word) implements Event {}
  }

  private final Instant at;

  public Note(Instant at) {
    this.at = at;
  }

  @Override
  public List<String> initial() {
    return List.of();
  }

  /** A word that begins with {@code double-} makes two events; {@code stranger} is nobody's who may know of the note. */
  @Override
  public Decision<Event> decide(Write command, List<String> state) {
    if (state.contains(command.word())) return Decision.refuse("already-written", "This word is there.");
    if (command.word().equals("stranger")) return Decision.refuse(Refusal.unknown("unknown-note", "There is no such note."));
    Event written = new Event.Written(command.word(), command.word().length(), at, null);
    return command.word().startsWith("double-") ? Decision.accept(written, new Event.Doubled(command.word())) : Decision.accept(written);
  }

  @Override
  public List<String> evolve(List<String> state, Event event) {
    return switch (event) {
      case Event.Written e -> java.util.stream.Stream.concat(state.stream(), java.util.stream.Stream.of(e.word())).toList();
      case Event.Doubled e -> state;
    };
  }

  @Override
  public Map<String, Object> facts(List<String> state) {
    return state.isEmpty() ? Map.of() : Map.of("words", state.size(), "last", state.getLast());
  }
}
