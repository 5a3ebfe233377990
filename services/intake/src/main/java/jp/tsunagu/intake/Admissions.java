package jp.tsunagu.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jp.tsunagu.contracts.Party;

/**
 * Who is let in to a case, or kept out of it, one by one, besides those who hold it or were asked.
 *
 * @param meetings   that go on
 * @param provisions what the meetings were told, also those that are over, and who looked in an emergency
 * @param judged     when a worker, by id, was last barred or let in again
 */
public record Admissions(List<SupportMeeting> meetings, List<Bar> bars, List<BrokenGlass> glass, List<Provision> provisions,
    Map<String, Instant> judged) {
  public Admissions {
    provisions = List.copyOf(provisions);
    meetings = List.copyOf(meetings);
    bars = List.copyOf(bars);
    glass = List.copyOf(glass);
    judged = Map.copyOf(judged);
  }

  static Admissions none() {
    return new Admissions(List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  /** By their own id: whoever moves to another organisation stays barred. */
  public boolean barred(Party worker) {
    return barred(worker.worker());
  }

  private boolean barred(String worker) {
    return bars.stream().anyMatch(bar -> bar.worker().worker().equals(worker));
  }

  /** Whether somebody who is barred has got a log-in to this case by the letter, and its reader is not barred yet. */
  boolean letInByBarred(LogInLetter letter, Duration reach) {
    if (!barred(letter.writer()) || barred(letter.reader())) return false;
    Instant since = Objects.requireNonNull(judged.get(letter.writer()), "barred at no time");
    return letter.counts(since, judged.get(letter.reader().worker()), reach);
  }

  public boolean glassBroken(Party worker, Instant now) {
    return glass.stream().anyMatch(g -> g.lets(worker, now));
  }

  Admissions with(SupportMeeting meeting, Party by, Instant at) {
    var told = new ArrayList<>(provisions);
    told.addAll(Provision.at(meeting, by, at));
    return new Admissions(plus(meetings, meeting), bars, glass, told, judged);
  }

  Admissions without(String meetingId) {
    return new Admissions(meetings.stream().filter(m -> !m.meetingId().equals(meetingId)).toList(), bars, glass, provisions, judged);
  }

  Admissions with(Bar bar, Instant at) {
    return new Admissions(meetings, plus(bars, bar), glass, provisions, judged(bar.worker(), at));
  }

  Admissions admitting(Party worker, Instant at) {
    return new Admissions(meetings, bars.stream().filter(bar -> !bar.worker().equals(worker)).toList(), glass, provisions,
        judged(worker, at));
  }

  private Map<String, Instant> judged(Party worker, Instant at) {
    Map<String, Instant> now = new HashMap<>(judged);
    now.put(worker.worker(), at);
    return now;
  }

  /** @param holder whose organisation is told nothing new by a look of its own */
  Admissions with(BrokenGlass broken, Party holder, Instant at) {
    boolean outside = !broken.by().organisation().equals(holder.organisation());
    return new Admissions(meetings, bars, plus(glass, broken),
        outside ? plus(provisions, Provision.through(broken, holder, at)) : provisions, judged);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
