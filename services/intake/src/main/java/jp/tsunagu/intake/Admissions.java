package jp.tsunagu.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.contracts.Party;

/**
 * Who is let in to a case, or kept out of it, one by one, besides those who hold it or were asked.
 *
 * @param meetings   that go on
 * @param provisions what the meetings were told, also those that are over, and who looked in an emergency
 */
public record Admissions(List<SupportMeeting> meetings, List<Bar> bars, List<BrokenGlass> glass, List<Provision> provisions) {
  public Admissions {
    provisions = List.copyOf(provisions);
    meetings = List.copyOf(meetings);
    bars = List.copyOf(bars);
    glass = List.copyOf(glass);
  }

  static Admissions none() {
    return new Admissions(List.of(), List.of(), List.of(), List.of());
  }

  /** By their own id: whoever moves to another organisation stays barred. */
  public boolean barred(Party worker) {
    return bars.stream().anyMatch(bar -> bar.worker().worker().equals(worker.worker()));
  }

  public boolean glassBroken(Party worker, Instant now) {
    return glass.stream().anyMatch(g -> g.lets(worker, now));
  }

  Admissions with(SupportMeeting meeting, Party by, Instant at) {
    var told = new ArrayList<>(provisions);
    told.addAll(Provision.at(meeting, by, at));
    return new Admissions(plus(meetings, meeting), bars, glass, told);
  }

  Admissions without(String meetingId) {
    return new Admissions(meetings.stream().filter(m -> !m.meetingId().equals(meetingId)).toList(), bars, glass, provisions);
  }

  Admissions with(Bar bar) {
    return new Admissions(meetings, plus(bars, bar), glass, provisions);
  }

  Admissions admitting(Party worker) {
    return new Admissions(meetings, bars.stream().filter(bar -> !bar.worker().equals(worker)).toList(), glass, provisions);
  }

  /** @param holder whose organisation is told nothing new by a look of its own */
  Admissions with(BrokenGlass broken, Party holder, Instant at) {
    boolean outside = !broken.by().organisation().equals(holder.organisation());
    return new Admissions(meetings, bars, plus(glass, broken),
        outside ? plus(provisions, Provision.through(broken, holder, at)) : provisions);
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
