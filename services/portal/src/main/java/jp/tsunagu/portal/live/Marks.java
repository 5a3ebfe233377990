package jp.tsunagu.portal.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.portal.live.Shown.OfCase;
import jp.tsunagu.portal.live.Shown.OfWork;

/** How far what a page shows has come: a mark that is another one as soon as something changed. */
public final class Marks {
  private final Changes changes;
  private final Function<Party, List<Party>> absent;

  /** @param absent for whom a worker stands in today: their work stands on the same list */
  public Marks(Changes changes, Function<Party, List<Party>> absent) {
    this.changes = changes;
    this.absent = absent;
  }

  public String of(Shown shown) {
    return Objects.requireNonNull(of(List.of(shown)).get(shown));
  }

  /** All at once, in as many questions as for one. */
  public Map<Shown, String> of(Collection<? extends Shown> all) {
    Set<String> cases = new HashSet<>();
    Map<OfWork, List<String>> lists = new HashMap<>();
    for (Shown shown : all) switch (shown) {
      case OfCase(String caseId) -> cases.add(caseId);
      case OfWork work -> lists.computeIfAbsent(work, this::workers);
    }
    Map<String, Long> ofCases = changes.ofCases(cases);
    Map<String, Long> ofWorkers = changes.ofWorkers(lists.values().stream().flatMap(List::stream).distinct().toList());
    Map<Shown, String> marks = new HashMap<>();
    cases.forEach(c -> marks.put(new OfCase(c), mark(ofCases, List.of(c))));
    lists.forEach((work, workers) -> marks.put(work, mark(ofWorkers, workers)));
    return marks;
  }

  private List<String> workers(OfWork work) {
    return Stream.concat(Stream.of(work.worker()), absent.apply(work.worker()).stream()).map(Party::worker).toList();
  }

  private static String mark(Map<String, Long> numbers, List<String> ids) {
    return Long.toHexString(ids.stream().mapToLong(id -> numbers.getOrDefault(id, 0L)).sum());
  }
}
