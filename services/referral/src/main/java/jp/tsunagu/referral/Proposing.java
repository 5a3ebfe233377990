package jp.tsunagu.referral;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** つなぐ: the holder asks another organisation, and goes on holding. */
final class Proposing {
  private final DeadlinePolicy policy;

  Proposing(DeadlinePolicy policy) {
    this.policy = policy;
  }

  Decision<JourneyEvent> propose(JourneyCommand.Propose c, Journey.Open open) {
    return Check.that(open.heldBy(c.by().organisation()), Refusals.NOT_THE_HOLDER)
        .and(() -> mayBeProposed(c.proposal(), open, c.at(), ""))
        .then(() -> StepPlan.commit(open, nextStep(c.proposal(), open, c.at()), proposed(c.proposal(), c.by(), c.at())));
  }

  /** @param path of the proposal in what was sent, e.g. {@code next.referral.} */
  Check mayBeProposed(JourneyCommand.Proposal p, Journey.Open open, Instant now, String path) {
    Instant answerBy = p.answerBy();
    return Check.that(open.handovers().referral(p.referralId()).isEmpty(), Refusals.REFERRAL_EXISTS)
        .and(!open.heldBy(p.to().organisation()),
            Refusal.invalid(path + "toOrganisation", "own-organisation", "A case is referred to another organisation."))
        .and(() -> p.to().takesReferrals(path + "toOrganisation", path + "toWorker"))
        .and(() -> policy.bounds().words(path + "reason", p.reason()))
        .and(() -> policy.bounds().words(path + "summary", p.summary()))
        .and(() -> answerBy == null ? Check.passed() : policy.bounds().ahead(path + "answerBy", answerBy, now, policy.bounds().answerBy()))
        .and(() -> lawful(p, open, path + "basis."))
        .and(open.handovers().openReferrals().stream().noneMatch(r -> r.to(p.to().organisation())), Refusals.ALREADY_REFERRED);
  }

  JourneyEvent proposed(JourneyCommand.Proposal p, Party by, Instant now) {
    var terms = new Terms(by, p.to().organisation(), p.to().askedWorker(), p.programme(), p.need(), p.urgency(), p.basis(),
        p.interpreter());
    return new JourneyEvent.Proposed(p.referralId(), terms, p.to().answerer(), p.reason(), p.summary(), answerBy(p, now),
        p.answerBy() == null ? now : null);
  }

  /** After the answer is due, so that the holder acts when none came; others who are still asked are waited for as well. */
  NextStep nextStep(JourneyCommand.Proposal p, Journey.Open open, Instant now) {
    var next = NextStep.by(policy.afterAnswer(open.holder(), answerBy(p, now)));
    return open.handovers().openReferrals().isEmpty() ? next : next.notBefore(open.nextStep().dueAt());
  }

  private Instant answerBy(JourneyCommand.Proposal p, Instant now) {
    Instant chosen = p.answerBy();
    return chosen == null ? policy.answerBy(p.to().organisation(), p.urgency(), now) : chosen;
  }

  private Check lawful(JourneyCommand.Proposal p, Journey.Open open, String path) {
    return switch (p.basis().kind()) {
      case BasisKind.CONSENT ->
        Check.that(p.basis().items().isEmpty(), Refusal.invalid(path + "items", "named-by-the-consent", "The consent names what is told."))
            .and(() -> consented(p.basis().consentId(), p.to().organisation(), open, path + "consentId"));
      case BasisKind.SUPPORT_MEETING -> withoutConsent(p.basis(), path)
          .and(open.handovers().permissions().metBy(p.to().organisation()), Refusal.invalid(path + "kind", "not-in-the-meeting",
              "No support meeting of this case has a member of that organisation."));
      case BasisKind.LIFE_BODY, BasisKind.CHILD_ABUSE_REPORT, BasisKind.OTHER_LAW -> withoutConsent(p.basis(), path);
    };
  }

  private Check withoutConsent(Basis basis, String path) {
    FreeText reason = basis.reason();
    if (reason == null) return Check.failed(Refusals.required(path + "reason", "Without consent the reason must be said."));
    return policy.bounds().words(path + "reason", reason).and(!basis.items().isEmpty(),
        Refusals.required(path + "items", "Without consent what is told must be named."));
  }

  private static Check consented(@Nullable String consentId, String recipient, Journey.Open open, String field) {
    if (consentId == null) return Check.failed(Refusals.required(field, "Which consent?"));
    Optional<Consent> consent = open.handovers().consent(consentId);
    return Check.that(consent.isPresent(), Refusal.invalid(field, "no-such-consent", "There is no such consent on this case."))
        .and(() -> Check.that(consent.get().recipient().equals(recipient),
            Refusal.invalid(field, "consent-for-another", "The person agreed to another recipient.")))
        .and(() -> Check.that(!consent.get().withdrawn(),
            Refusal.invalid(field, "consent-withdrawn", "The person has withdrawn this consent.")));
  }
}
