package jp.tsunagu.systemtests.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;

/** What was acknowledged is in a journal exactly once, what was refused in none; and no journal has a hole. */
final class Journaled {
  private Journaled() {}

  static void check(Evidence evidence, Findings findings) {
    Map<String, Stream<?>> streams = evidence.streams();
    streams.values().forEach(stream -> unbroken(stream, findings));
    for (Answers.Kept kept : evidence.kept())
      findings.unless(versions(streams.get(kept.stream()), kept.cause()).equals(List.of(kept.version())),
          "acknowledged and not there once at its place: " + kept);
    for (Answers.Refused refused : evidence.refused())
      findings.unless(versions(streams.get(refused.stream()), refused.cause()).isEmpty(), "refused and there all the same: " + refused);
  }

  private static List<Long> versions(@org.jspecify.annotations.Nullable Stream<?> stream, String cause) {
    if (stream == null) return List.of();
    return stream.commits().stream().filter(c -> c.cause().id().equals(cause)).<Long>map(Commit::version).toList();
  }

  private static void unbroken(Stream<?> stream, Findings findings) {
    long version = 0;
    long events = 0;
    Set<String> causes = new HashSet<>();
    for (Commit<?> commit : stream.commits()) {
      findings.unless(commit.version() == version + 1 && commit.first() == events + 1,
          "a break in " + stream.id() + " at " + commit.version());
      findings.unless(causes.add(commit.cause().id()), "twice in " + stream.id() + ": " + commit.cause().id());
      version = commit.version();
      events += commit.events().size();
    }
    findings.unless(stream.published() == version, "not all of " + stream.id() + " was published");
  }
}
