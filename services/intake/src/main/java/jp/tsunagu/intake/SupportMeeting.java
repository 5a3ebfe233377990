package jp.tsunagu.intake;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;

/**
 * 支援会議 (Social Welfare Act, article 106-6): a closed room. Its named members learn these items without the person's consent,
 * and keep them to themselves, also after they have left.
 *
 * @param reason why the person's consent is not waited for
 */
public record SupportMeeting(String meetingId, LocalDate heldOn, List<Party> members, Set<ConsentItem> items, FreeText reason) {
  private static final int MOST_MEMBERS = 30;

  public SupportMeeting {
    members = members.stream().distinct().toList();
    if (members.isEmpty()) throw new InvalidValue("members", "empty", "a meeting has named members");
    if (members.size() > MOST_MEMBERS) throw new InvalidValue("members", "too-many", "at most " + MOST_MEMBERS + " members");
    if (items.isEmpty()) throw new InvalidValue("items", "empty", "a meeting names what it is told");
    if (reason instanceof FreeText.Written said && said.text().isEmpty())
      throw new InvalidValue("reason", "blank", "without consent the reason must be said");
    items = Collections.unmodifiableSet(EnumSet.copyOf(items));
  }

  boolean has(Party worker) {
    return members.stream().anyMatch(m -> m.worker().equals(worker.worker()));
  }
}
