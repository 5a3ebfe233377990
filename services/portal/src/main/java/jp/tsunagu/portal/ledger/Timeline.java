package jp.tsunagu.portal.ledger;

import java.util.ArrayList;
import java.util.List;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.runtime.inbox.Envelope;

/** What happened, oldest first, as far as a reader of the story wants to know; arming and settling dates is not told. */
public record Timeline(List<Happening> all) {
  public Timeline {
    all = List.copyOf(all);
  }

  static Timeline empty() {
    return new Timeline(List.of());
  }

  public boolean tellsOfLinks() {
    return all.stream().anyMatch(Happening::linking);
  }

  Timeline after(Envelope e) {
    Happening told = switch (e.message()) {
      case IntakeMessage m -> Telling.of(e, m);
      case ReferralMessage m -> Telling.of(e, m);
      case FollowUpMessage m -> Telling.of(e, m);
      default -> null;
    };
    return told == null ? this : with(told);
  }

  /** Streams arrive interleaved, so a happening takes its place by time; those of the same instant stay as they came. */
  private Timeline with(Happening one) {
    var next = new ArrayList<>(all);
    int at = next.size();
    while (at > 0 && next.get(at - 1).at().isAfter(one.at())) at--;
    next.add(at, one);
    return new Timeline(next);
  }
}
