package jp.tsunagu.followup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Commit;

/** Every check-in of a case with what was found, in the order planned. A watch itself remembers only those that are owed. */
public final class CheckInHistory {
  private CheckInHistory() {}

  /** @param found null while nobody has asked */
  public record Entry(CheckIn checkIn, @Nullable Found found) {}

  public record Found(Party by, Instant at, CheckInResult result) {}

  public static List<Entry> of(List<Commit<WatchEvent>> commits) {
    Map<String, Entry> all = new LinkedHashMap<>();
    for (Commit<WatchEvent> commit : commits) for (WatchEvent event : commit.events()) note(event, commit.at(), all);
    return List.copyOf(all.values());
  }

  private static void note(WatchEvent event, Instant at, Map<String, Entry> all) {
    if (event instanceof WatchEvent.CheckInPlanned(CheckIn planned)) all.put(planned.id(), new Entry(planned, null));
    if (event instanceof WatchEvent.CheckInReassigned(String id, Party to))
      all.computeIfPresent(id, (_, known) -> new Entry(known.checkIn().ownedBy(to), known.found()));
    if (event instanceof WatchEvent.CheckInRecorded(String id, Party by, CheckInResult result))
      all.computeIfPresent(id, (_, known) -> new Entry(known.checkIn(), new Found(by, at, result)));
  }
}
