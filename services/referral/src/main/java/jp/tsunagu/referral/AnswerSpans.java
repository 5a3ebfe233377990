package jp.tsunagu.referral;

import java.util.Optional;

import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.Urgency;

/** Within what time each organisation answers, as far as the council has agreed on another time with it. */
@FunctionalInterface
public interface AnswerSpans {
  /** Everybody has the usual time. */
  AnswerSpans USUAL = (_, _) -> Optional.empty();

  Optional<Span> of(String organisation, Urgency urgency);
}
