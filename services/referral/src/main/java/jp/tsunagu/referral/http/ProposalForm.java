package jp.tsunagu.referral.http;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Interpreter;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.referral.Basis;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand.Proposal;

/**
 * A referral as it is asked for, alone or as what comes after support.
 *
 * @param interpreter left out when none is needed
 * @param programme an id; it is published, so it can be no sentence
 */
record ProposalForm(@NotNull String toOrganisation, @Nullable String toWorker,
    @Nullable @Pattern(regexp = "[A-Za-z0-9._-]{1,64}", message = "is an id") String programme, @NotNull Worry need, @NotNull String reason,
    @NotNull String summary, @NotNull Urgency urgency, @NotNull @Valid BasisForm basis, @Nullable Instant answerBy,
    @Nullable Interpreter interpreter) {

  /** @param items what is told, for every basis but consent; left out, it is what it takes to act */
  record BasisForm(@NotNull BasisKind kind, @Nullable String consentId, @Nullable String reason,
      @Nullable Set<@NotNull ConsentItem> items) {
    Basis read() {
      if (kind == BasisKind.CONSENT) return new Basis(kind, consentId, null, items == null ? Set.of() : items);
      return new Basis(kind, null, FreeText.orNull(reason), items == null ? Basis.TO_ACT : items);
    }
  }

  Proposal read(String referralId, WhoIsWho who) {
    return new Proposal(referralId, who.recipient(toOrganisation, toWorker), programme, need, urgency, FreeText.of(reason),
        FreeText.of(summary), basis.read(), answerBy, interpreter);
  }

  @Override
  public String toString() {
    return "ProposalForm[…]";
  }
}
