package jp.tsunagu.portal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.tsunagu.contracts.IntakeMessage.CaseOpened;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage.CaseClosed;
import jp.tsunagu.contracts.ReferralMessage.CaseReopened;
import jp.tsunagu.contracts.ReferralMessage.CustodyMoved;
import jp.tsunagu.contracts.ReferralMessage.JourneyOpened;
import jp.tsunagu.runtime.inbox.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * Who held the person, from when to when: the ribbon. While the case is open the last span has no end, and each span
 * begins in the instant the one before it ends.
 */
public record Custody(List<Span> spans) {
  /** @param to null while this party holds the person */
  public record Span(String organisation, String worker, Instant from, @Nullable Instant to) {
    static Span begun(Party by, Instant from) {
      return new Span(by.organisation(), by.worker(), from, null);
    }

    Span ended(Instant at) {
      return new Span(organisation, worker, from, at);
    }
  }

  public Custody {
    spans = List.copyOf(spans);
  }

  static Custody none() {
    return new Custody(List.of());
  }

  public Optional<Span> current() {
    return last().filter(span -> span.to() == null);
  }

  public Optional<Span> last() {
    return spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast());
  }

  Custody after(Envelope envelope) {
    Instant at = envelope.time();
    return switch (envelope.message()) {
      case CaseOpened m -> spans.isEmpty() ? held(m.holder(), at) : begunAt(at);
      case JourneyOpened m -> spans.isEmpty() ? held(m.holder(), at) : this;
      case CustodyMoved m -> held(m.to(), at);
      case CaseReopened m -> held(m.holder(), at);
      case CaseClosed _ -> ended(at);
      default -> this;
    };
  }

  /** The desk opened the case before the journey began, also when we hear of the journey first. */
  private Custody begunAt(Instant opened) {
    Span first = spans.getFirst();
    if (!opened.isBefore(first.from())) return this;
    var corrected = new ArrayList<>(spans);
    corrected.set(0, new Span(first.organisation(), first.worker(), opened, first.to()));
    return new Custody(corrected);
  }

  private Custody held(Party by, Instant at) {
    var more = new ArrayList<>(ended(at).spans);
    more.add(Span.begun(by, at));
    return new Custody(more);
  }

  private Custody ended(Instant at) {
    if (current().isEmpty()) return this;
    var all = new ArrayList<>(spans);
    all.set(all.size() - 1, all.getLast().ended(at));
    return new Custody(all);
  }
}
