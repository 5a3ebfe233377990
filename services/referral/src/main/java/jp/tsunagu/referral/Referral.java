package jp.tsunagu.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;

/**
 * 引き継ぎ: one organisation asks another to take the person on.
 *
 * @param visitAt when the two workers go to see the person together; null when nothing is agreed
 */
public record Referral(String id, Terms terms, ReferralState state, @Nullable Instant visitAt) {
  public boolean open() {
    return !(state instanceof ReferralState.Ended);
  }

  public boolean to(String organisation) {
    return terms.toOrganisation().equals(organisation);
  }

  public boolean from(String organisation) {
    return terms.from().organisation().equals(organisation);
  }

  /** Whether this organisation may know of it. */
  public boolean between(String organisation) {
    return to(organisation) || from(organisation);
  }

  /** Workers who hold or owe something because of it; a referring worker owes being the backstop. */
  public Set<String> workers() {
    return switch (state) {
      case ReferralState.Asked asked -> Set.copyOf(List.of(asked.answerer().worker(), terms.from().worker()));
      case ReferralState.Taken taken -> Set.copyOf(List.of(taken.receiver().worker(), terms.from().worker()));
      case ReferralState.Ended _ -> Set.of();
    };
  }

  Referral now(ReferralState next) {
    return new Referral(id, terms, next, visitAt);
  }

  Referral referredBy(Party other) {
    return new Referral(id, terms.referredBy(other), state, visitAt);
  }

  Referral visitedAt(@Nullable Instant when) {
    return new Referral(id, terms, state, when);
  }
}
