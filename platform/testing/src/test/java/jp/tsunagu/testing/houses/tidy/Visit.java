package jp.tsunagu.testing.houses.tidy;

import java.time.Instant;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

public record Visit(String caseId, Party by, Urgency urgency, Instant at) {
  public Visit later(Instant now) {
    return new Visit(caseId, by, urgency, now);
  }
}
