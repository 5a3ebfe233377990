package jp.tsunagu.notification.channel;

import java.util.List;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.runtime.http.Ids;

/**
 * What goes out: that there is something of these kinds to look at. Nothing of a case.
 *
 * @param id      the same whenever the same letter goes out again
 * @param notices what is urgent first, then the oldest first
 * @param to      a worker id
 */
public record Letter(String id, List<Item> notices, String to) {
  /** @param caseId for writing down what became of it; not for the letter */
  public record Item(String noticeId, String caseId, NoticeKind kind, boolean urgent) {}

  public Letter {
    notices = List.copyOf(notices);
    if (notices.isEmpty()) throw new IllegalArgumentException("a letter tells something");
  }

  /** One notice is its own letter; several are a digest, which they name. */
  static Letter of(List<Item> notices, String to) {
    String names = notices.stream().map(Item::noticeId).collect(Collectors.joining(" "));
    return new Letter(notices.size() == 1 ? names : Ids.from(names).next("l"), notices, to);
  }

  public boolean isDigest() {
    return notices.size() > 1;
  }

  public NoticeKind kind() {
    return notices.getFirst().kind();
  }

  public long urgent() {
    return notices.stream().filter(Item::urgent).count();
  }
}
