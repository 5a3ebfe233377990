package jp.tsunagu.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who may learn of the person, and who may not, as intake tells it.
 *
 * @param meetings that go on
 * @param barred   worker ids
 */
public record Permissions(List<Consent> consents, List<Meeting> meetings, List<String> barred) {
  public Permissions {
    consents = List.copyOf(consents);
    meetings = List.copyOf(meetings);
    barred = List.copyOf(barred);
  }

  static Permissions none() {
    return new Permissions(List.of(), List.of(), List.of());
  }

  public Optional<Consent> consent(String id) {
    return consents.stream().filter(c -> c.id().equals(id)).findFirst();
  }

  boolean metBy(String organisation) {
    return meetings.stream().anyMatch(m -> m.organisations().contains(organisation));
  }

  boolean bar(String worker) {
    return barred.contains(worker);
  }

  Permissions with(Consent consent) {
    return new Permissions(plus(consents, consent), meetings, barred);
  }

  Permissions change(UnaryOperator<Consent> change) {
    return new Permissions(consents.stream().map(change).toList(), meetings, barred);
  }

  Permissions with(Meeting meeting) {
    return new Permissions(consents, plus(meetings, meeting), barred);
  }

  Permissions withoutMeeting(String id) {
    return new Permissions(consents, meetings.stream().filter(m -> !m.id().equals(id)).toList(), barred);
  }

  Permissions barring(String worker) {
    return new Permissions(consents, meetings, plus(barred, worker));
  }

  Permissions admitting(String worker) {
    return new Permissions(consents, meetings, barred.stream().filter(w -> !w.equals(worker)).toList());
  }

  private static <T> List<T> plus(List<T> list, T more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
