package jp.tsunagu.portal.ledger;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;

/**
 * What everybody who sees a case has to mind, whatever else they may see.
 *
 * @param addressHidden 住所秘匿
 */
public record Caution(boolean addressHidden) {
  static Caution none() {
    return new Caution(false);
  }

  Caution after(Message message) {
    return switch (message) {
      case IntakeMessage.PersonRecorded m -> new Caution(Boolean.TRUE.equals(m.hidden()));
      case IntakeMessage.PersonErased m -> none();
      default -> this;
    };
  }
}
