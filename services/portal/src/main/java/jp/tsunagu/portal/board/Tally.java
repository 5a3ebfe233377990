package jp.tsunagu.portal.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * All cases, counted by day: a board adds up days, and how many cases there are on each of them makes it no slower. Counted once for
 * everybody who asks, by the thread that looks.
 */
final class Tally {
  /** What is named case by case and not added up. */
  private static final Set<Counted> LISTED = EnumSet.of(Counted.WAITING_NOW, Counted.LATE_NOW);
  private static final Set<Counted> SUMS = EnumSet.complementOf(EnumSet.copyOf(LISTED));

  /** Hand-overs from one organisation to another; a single organisation's own work goes from it to itself. */
  record Way(String from, String to) {}

  record Kind(Counted what, Way way, String code) {}

  private static final class Day {
    private final Map<Kind, Long> numbers = new HashMap<>();
    private final Map<Way, List<Duration>> answers = new HashMap<>();
    private final Map<Way, List<Duration>> contacts = new HashMap<>();
  }

  private final NavigableMap<LocalDate, Day> days = new TreeMap<>();
  private final List<Handover> waiting = new ArrayList<>();
  private final Instant at;

  private Tally(Instant at) {
    this.at = at;
  }

  static Tally of(Collection<CaseFigures> cases, Instant at) {
    var tally = new Tally(at);
    cases.forEach(tally::count);
    return tally;
  }

  private void count(CaseFigures c) {
    for (Counted what : SUMS)
      what.marks(c, at).forEach(m -> day(m).numbers.merge(new Kind(what, new Way(m.from(), m.to()), m.code()), 1L, Long::sum));
    for (Handover h : c.handovers()) {
      Day day = day(Mark.proposed(h, ""));
      var way = new Way(h.from(), h.to());
      h.toAnswer().ifPresent(time -> day.answers.computeIfAbsent(way, _ -> new ArrayList<>()).add(time));
      h.toContact().ifPresent(time -> day.contacts.computeIfAbsent(way, _ -> new ArrayList<>()).add(time));
      if (h.waits()) waiting.add(h);
    }
  }

  private Day day(Mark mark) {
    LocalDate day = mark.day();
    if (day == null) throw new IllegalArgumentException("what is of no period is not added up: " + mark);
    return days.computeIfAbsent(day, _ -> new Day());
  }

  Instant at() {
    return at;
  }

  List<Handover> waiting(Scope scope) {
    return waiting.stream().filter(h -> scope.concerns(h.from(), h.to())).toList();
  }

  Sums sums(Scope scope) {
    var sums = new Sums(new HashMap<>(), new HashMap<>(), new HashMap<>());
    days.subMap(scope.period().from(), true, scope.period().to(), true).values().forEach(day -> {
      day.numbers.forEach((kind, number) -> {
        if (scope.concerns(kind.way().from(), kind.way().to())) sums.numbers.merge(kind, number, Long::sum);
      });
      collect(scope, day.answers, sums.answers);
      collect(scope, day.contacts, sums.contacts);
    });
    return sums;
  }

  private static void collect(Scope scope, Map<Way, List<Duration>> some, Map<Way, List<Duration>> all) {
    some.forEach((way, times) -> {
      if (scope.concerns(way.from(), way.to())) all.computeIfAbsent(way, _ -> new ArrayList<>()).addAll(times);
    });
  }

  /**
   * What a period comes to.
   *
   * @param answers  how long each answer took
   * @param contacts how long each first meeting took
   */
  record Sums(Map<Kind, Long> numbers, Map<Way, List<Duration>> answers, Map<Way, List<Duration>> contacts) {
    long number(Counted what) {
      return numbers.entrySet().stream().filter(e -> e.getKey().what() == what).mapToLong(Map.Entry::getValue).sum();
    }

    /** How often each code, without what has none. */
    Map<String, Long> codes(Counted what) {
      Map<String, Long> codes = new TreeMap<>();
      numbers.forEach((kind, number) -> {
        if (kind.what() == what && !kind.code().isEmpty()) codes.merge(kind.code(), number, Long::sum);
      });
      return codes;
    }

    Map<Way, Long> ways(Counted what) {
      Map<Way, Long> ways = new HashMap<>();
      numbers.forEach((kind, number) -> {
        if (kind.what() == what) ways.merge(kind.way(), number, Long::sum);
      });
      return ways;
    }
  }
}
