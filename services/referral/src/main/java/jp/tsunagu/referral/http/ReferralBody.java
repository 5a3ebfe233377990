package jp.tsunagu.referral.http;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.journal.Stream;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyEvent;
import jp.tsunagu.referral.Referral;
import jp.tsunagu.runtime.vault.Seal;
import jp.tsunagu.referral.ReferralState;

/**
 * A referral with everything the two sides wrote on it.
 *
 * @param receiver who took the person on; absent before and after
 * @param visitAt  when the two workers go to see the person together; absent when nothing is agreed
 * @param withheld true if the words are not (or no longer) the caller's business; then there are none
 */
record ReferralBody(String referralId, String state, Party from, String toOrganisation, @Nullable String toWorker,
    @Nullable Party receiver, @Nullable Instant visitAt, @Nullable String programme, Worry need, Urgency urgency, BasisBody basis,
    Instant proposedAt,
    Instant answerBy, @Nullable Interpreter interpreter, @Nullable String reason, @Nullable String summary, List<Said> said,
    boolean withheld) {

  record BasisBody(BasisKind kind, @Nullable String consentId, @Nullable String reason, Collection<ConsentItem> items) {}

  static ReferralBody of(Referral referral, Stream<JourneyEvent> history, boolean words, Seal seal) {
    var proposed = history.commits().stream().flatMap(c -> c.events().stream().filter(e -> proposes(referral, e)).map(e -> new Sent(c, e)))
        .findFirst().orElseThrow();
    var event = (JourneyEvent.Proposed) proposed.event();
    var terms = referral.terms();
    FreeText why = terms.basis().reason();
    BasisKind kind = words ? terms.basis().kind() : terms.basis().kind().toldToOthers();
    var basis = new BasisBody(kind, terms.basis().consentId(), words ? seal.read(why) : null, terms.basis().items());
    return new ReferralBody(referral.id(), referral.state().code(), terms.from(), terms.toOrganisation(), terms.toWorker(),
        receiver(referral), referral.visitAt(), terms.programme(), terms.need(), terms.urgency(), basis, proposed.commit().at(),
        event.answerBy(),
        terms.interpreter(),
        words ? seal.read(event.reason()) : null, words ? seal.read(event.summary()) : null,
        words ? said(referral, history, seal) : List.of(), !words);
  }

  private record Sent(Commit<JourneyEvent> commit, JourneyEvent event) {}

  private static boolean proposes(Referral referral, JourneyEvent event) {
    return event instanceof JourneyEvent.Proposed p && p.referralId().equals(referral.id());
  }

  private static @Nullable Party receiver(Referral referral) {
    return referral.state() instanceof ReferralState.Taken taken ? taken.receiver() : null;
  }

  private static List<Said> said(Referral referral, Stream<JourneyEvent> history, Seal seal) {
    return history.commits().stream().flatMap(commit -> commit.events().stream()
        .filter(e -> e instanceof JourneyEvent.OnReferral on && on.referralId().equals(referral.id()))
        .flatMap(e -> Said.in((JourneyEvent.OnReferral) e, commit.at(), seal).stream())).toList();
  }

  @Override
  public String toString() {
    return "ReferralBody[" + referralId + "]";
  }
}
