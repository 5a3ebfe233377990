package jp.tsunagu.intake.outbox;

import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.intake.ConnectionEvent;

/** What the world hears of a connection: how far it is. The other case, and who said what, stay here. */
public final class ConnectionOutbox {
  private ConnectionOutbox() {}

  /** @param caseId of the case it was asked for */
  public static IntakeMessage message(String caseId, String connectionId, ConnectionEvent event) {
    return switch (event) {
      case ConnectionEvent.Asked e -> new IntakeMessage.ConnectionNoted(caseId, connectionId, ConnectionStage.ASKED, e.by());
      case ConnectionEvent.Proposed e -> new IntakeMessage.ConnectionNoted(caseId, connectionId, ConnectionStage.PROPOSED, e.by());
      case ConnectionEvent.Agreed e -> new IntakeMessage.ConnectionNoted(caseId, connectionId, ConnectionStage.AGREED, null);
      case ConnectionEvent.Joined e -> new IntakeMessage.ConnectionNoted(caseId, connectionId, ConnectionStage.JOINED, null);
      case ConnectionEvent.Refused e -> new IntakeMessage.ConnectionNoted(caseId, connectionId, ConnectionStage.REFUSED, null);
    };
  }
}
