package jp.tsunagu.intake;

import java.time.Instant;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/** 緊急閲覧: somebody who otherwise sees nothing of a case looks into it until then, for a reason they gave. */
public record BrokenGlass(Party by, FreeText reason, Instant until) {
  boolean lets(Party worker, Instant now) {
    return by.equals(worker) && now.isBefore(until);
  }
}
