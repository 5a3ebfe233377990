package jp.tsunagu.portal.ledger;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.contracts.Message;

/**
 * How the person came.
 *
 * @param channel such as {@code PHONE}; null while only the journey is known, and in ledgers kept before it was noted
 */
public record Origin(@Nullable String channel) {
  static Origin unknown() {
    return new Origin(null);
  }

  Origin after(Message message) {
    return message instanceof IntakeMessage.CaseOpened opened ? new Origin(opened.channel()) : this;
  }
}
