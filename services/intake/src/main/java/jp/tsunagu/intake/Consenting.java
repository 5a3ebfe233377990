package jp.tsunagu.intake;

import java.time.Period;

import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** That the person agrees, and takes it back. */
final class Consenting {
  /** A proposal: whoever agreed longer ago is asked again. */
  static final Period OLDEST = Period.ofYears(10);

  private Consenting() {}

  static Decision<CaseFileEvent> give(CaseFileCommand.GiveConsent command, CaseFile.Opened file) {
    Consent consent = command.consent();
    if (file.erased()) return Decision.refuse(Recording.ERASED);
    if (!command.recipientActive())
      return Decision.refuse(Refusal.invalid("recipient", "unknown-organisation", "an organisation that takes part"));
    if (consent.givenOn().isAfter(Japan.today(command.at())))
      return Decision.refuse(Refusal.invalid("givenOn", "in-the-future", "a consent has been given, today at the latest"));
    if (consent.givenOn().isBefore(Japan.today(command.at()).minus(OLDEST)))
      return Decision.refuse(Refusal.invalid("givenOn", "too-long-ago", "not longer ago than " + OLDEST.getYears() + " years"));
    if (file.consents().containsKey(consent.consentId())) return Decision.refuse("consent-exists", "this consent is recorded");
    Integer guardian = command.guardian();
    return guardian == null
        ? Decision.accept(new CaseFileEvent.ConsentGiven(consent, command.by(), command.at()))
        : OnBehalf.agreed(guardian, file.person())
            .map(
                relation -> Decision
                    .<CaseFileEvent>accept(new CaseFileEvent.ConsentGiven(consent.onBehalfBy(relation), command.by(), command.at())),
                Decision::refuse);
  }

  static Decision<CaseFileEvent> withdraw(CaseFileCommand.WithdrawConsent command, CaseFile.Opened file) {
    var given = file.consents().get(command.consentId());
    if (given == null) return Decision.refuse(Refusal.unknown("unknown-consent", "no such consent"));
    if (!given.stands()) return Decision.refuse("already-withdrawn", "this consent was withdrawn before");
    return Decision
        .accept(new CaseFileEvent.ConsentWithdrawn(command.consentId(), given.consent().recipient(), command.by(), command.at()));
  }
}
