package jp.tsunagu.followup;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

/**
 * 近況確認: on this day the owner asks how the person is.
 *
 * @param how what was agreed about it, e.g. by phone in the evening
 */
public record CheckIn(String id, LocalDate dueOn, Party owner, @Nullable FreeText how) {
  static String key(String checkInId) {
    return "check-in:" + checkInId;
  }

  Step step(Instant dueAt) {
    return new Step(key(id), StepKind.CHECK_IN, owner.organisation(), owner.worker(), dueAt, null, null);
  }

  CheckIn ownedBy(Party other) {
    return new CheckIn(id, dueOn, other, how);
  }
}
