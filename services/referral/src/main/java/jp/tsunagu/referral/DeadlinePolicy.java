package jp.tsunagu.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import jp.tsunagu.calendar.Offices;
import jp.tsunagu.calendar.Span;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

/**
 * How long everybody has. The figures are proposals and can be configured; {@link #proposed} has the defaults.
 *
 * @param answer          to answer a proposal, and for the holder's first step, by urgency
 * @param answerOf        the same for organisations that need another time
 * @param question        to answer a question
 * @param afterSetback    for the holder's next step after a decline, withdrawal, return or withdrawn consent
 * @param firstContact    from acceptance to meeting the person
 * @param visit           from acceptance to a visit, if there was no contact
 * @param watcher         from acceptance to a named watcher, if there was none still
 * @param afterContact    for the holder's next step after the first contact
 * @param afterCompletion for the holder's next step after a referral was completed
 * @param afterCheckIns   for the holder's next step after the last planned check-in
 * @param told            the same as the directory told of it, which comes before what is configured
 * @param offices         when each organisation works: a date is counted by the calendar of whoever has to act
 */
public record DeadlinePolicy(Map<Urgency, Span> answer, Map<String, Map<Urgency, Span>> answerOf, Map<Urgency, Span> question,
    Span afterSetback, Span firstContact, Span visit, Span watcher, Span afterContact, Span afterCompletion, Span afterCheckIns,
    Bounds bounds, AnswerSpans told, Offices offices) {

  public DeadlinePolicy {
    answer = Map.copyOf(answer);
    answerOf = Map.copyOf(answerOf);
    question = Map.copyOf(question);
    for (Urgency urgency : Urgency.values())
      if (!answer.containsKey(urgency) || !question.containsKey(urgency)) throw new IllegalArgumentException("no deadline for " + urgency);
  }

  public static DeadlinePolicy proposed(Offices offices) {
    return proposed(AnswerSpans.USUAL, offices);
  }

  public static DeadlinePolicy proposed(AnswerSpans told, Offices offices) {
    return new DeadlinePolicy(byUrgency("24h", "72h", "3bd"), Map.of(), byUrgency("12h", "24h", "2bd"), Span.of("2bd"), Span.of("7d"),
        Span.of("14d"), Span.of("30d"), Span.of("30d"), Span.of("7d"), Span.of("14d"), Bounds.proposed(), told, offices);
  }

  public static Map<Urgency, Span> byUrgency(String emergency, String urgent, String normal) {
    return Map.of(Urgency.EMERGENCY, Span.of(emergency), Urgency.URGENT, Span.of(urgent), Urgency.NORMAL, Span.of(normal));
  }

  /** When an organisation has to answer a proposal, or the holder to take the first step. */
  Instant answerBy(String organisation, Urgency urgency, Instant now) {
    Span configured = answerOf.getOrDefault(organisation, answer).getOrDefault(urgency, required(answer, urgency));
    return after(told.of(organisation, urgency).orElse(configured), organisation, now);
  }

  Instant questionBy(Party asked, Urgency urgency, Instant now) {
    return after(required(question, urgency), asked, now);
  }

  /** The holder looks again when an answer should have been there. */
  Instant afterAnswer(Party holder, Instant answerBy) {
    return after(afterSetback, holder, answerBy);
  }

  /** @param holder the holding organisation, who decides after the last one */
  Instant afterLastCheckIn(String holder, LocalDate day) {
    return after(afterCheckIns, holder, closeOf(holder, day));
  }

  Instant afterSetback(Party holder, Instant now) {
    return after(afterSetback, holder, now);
  }

  Instant after(Span span, Party owner, Instant now) {
    return after(span, owner.organisation(), now);
  }

  private Instant after(Span span, String organisation, Instant now) {
    return span.after(now, offices.of(organisation));
  }

  Instant closeOf(String organisation, LocalDate day) {
    return offices.of(organisation).closeOf(day);
  }

  private static Span required(Map<Urgency, Span> spans, Urgency urgency) {
    Span span = spans.get(urgency);
    if (span == null) throw new IllegalStateException("no deadline for " + urgency);
    return span;
  }
}
