package jp.tsunagu.referral.wiring;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.referral.AnswerSpans;
import jp.tsunagu.referral.Bounds;
import jp.tsunagu.referral.DeadlinePolicy;
import jp.tsunagu.calendar.Span;
import jp.tsunagu.calendar.Offices;

/**
 * What a deployment sets differently from {@link DeadlinePolicy#proposed}, as {@code 24h}, {@code 7d} or {@code 3bd}.
 *
 * @param answer   within what time a proposal is answered, by urgency; what is not named stays as proposed
 * @param answerOf the same by organisation and urgency; what the directory tells comes before it
 * @param question within what time a question is answered, by urgency
 * @param afterSetback within what time there is a new next step after a decline, a withdrawal or a return
 * @param firstContact within what time after acceptance the person is met
 * @param visit after what time without contact a visit is due
 * @param watcher after what time without contact somebody is named who watches
 * @param afterContact the next step after the first contact
 * @param afterCompletion the next step after a completion
 * @param afterCheckIns the next step after the last check-in
 */
@ConfigurationProperties("tsunagu.referral.deadlines")
record DeadlineSettings(@DefaultValue Map<Urgency, Span> answer, @DefaultValue Map<String, Map<Urgency, Span>> answerOf,
    @DefaultValue Map<Urgency, Span> question, @Nullable Span afterSetback, @Nullable Span firstContact, @Nullable Span visit,
    @Nullable Span watcher, @Nullable Span afterContact, @Nullable Span afterCompletion, @Nullable Span afterCheckIns) {

  DeadlinePolicy policy(AnswerSpans told, Offices offices) {
    var usual = DeadlinePolicy.proposed(offices);
    return new DeadlinePolicy(merged(usual.answer(), answer), answerOf, merged(usual.question(), question),
        or(afterSetback, usual.afterSetback()), or(firstContact, usual.firstContact()), or(visit, usual.visit()),
        or(watcher, usual.watcher()), or(afterContact, usual.afterContact()), or(afterCompletion, usual.afterCompletion()),
        or(afterCheckIns, usual.afterCheckIns()), Bounds.proposed(), told, offices);
  }

  private static Map<Urgency, Span> merged(Map<Urgency, Span> usual, Map<Urgency, Span> set) {
    var all = new EnumMap<>(usual);
    all.putAll(set);
    return all;
  }

  private static Span or(@Nullable Span set, Span usual) {
    return set == null ? usual : set;
  }
}
