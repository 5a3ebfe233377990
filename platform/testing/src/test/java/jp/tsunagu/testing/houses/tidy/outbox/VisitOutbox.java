package jp.tsunagu.testing.houses.tidy.outbox;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;
import jp.tsunagu.testing.houses.tidy.Visit;

public final class VisitOutbox {
  Message message(Visit visit) {
    return new IntakeMessage.PersonRecorded(visit.caseId(), visit.by());
  }
}
