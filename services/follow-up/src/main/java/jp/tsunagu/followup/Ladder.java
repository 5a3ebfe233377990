package jp.tsunagu.followup;

import java.util.Optional;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/** Who stands on a rung for a step: 担当者 → 副担当 → 所属長 → 事務局. Empty where there is nobody. */
@FunctionalInterface
public interface Ladder {
  Optional<Party> at(Rung rung, Step step);
}
