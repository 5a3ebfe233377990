package jp.tsunagu.testing.houses.crooked.inbox;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.testing.houses.crooked.http.CrookedController;

public final class Mail {
  Message answer(CrookedController to) {
    return new NotificationMessage.NoticeDelivered("c-1", to.toString(), NotificationMessage.Channel.IN_APP);
  }
}
