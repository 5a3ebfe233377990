package jp.tsunagu.portal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.IntakeMessage.ConsentGiven;
import jp.tsunagu.contracts.IntakeMessage.ConsentWithdrawn;
import jp.tsunagu.contracts.Message;

/** What the person agreed to share, with whom, and what was taken back. */
public record Consents(List<Consent> all) {
  public record Consent(String consentId, String recipient, List<ConsentItem> items, LocalDate givenOn, boolean withdrawn) {
    public Consent {
      items = List.copyOf(items);
    }

    Consent takenBack() {
      return new Consent(consentId, recipient, items, givenOn, true);
    }
  }

  public Consents {
    all = List.copyOf(all);
  }

  static Consents none() {
    return new Consents(List.of());
  }

  public Optional<Consent> byId(String consentId) {
    return all.stream().filter(c -> c.consentId().equals(consentId)).findFirst();
  }

  Consents after(Message message) {
    return switch (message) {
      case ConsentGiven m -> with(new Consent(m.consentId(), m.recipient(), m.items(), m.givenOn(), false));
      case ConsentWithdrawn m -> new Consents(all.stream().map(c -> c.consentId().equals(m.consentId()) ? c.takenBack() : c).toList());
      default -> this;
    };
  }

  private Consents with(Consent one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return new Consents(more);
  }
}
