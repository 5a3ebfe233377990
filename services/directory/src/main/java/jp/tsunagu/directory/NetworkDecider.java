package jp.tsunagu.directory;

import jp.tsunagu.journal.Decider;
import jp.tsunagu.journal.Decision;
import jp.tsunagu.journal.Refusal;

/** The rules of what all organisations share: an administrator's matter, because it is nobody's own. */
public final class NetworkDecider implements Decider<NetworkCommand, NetworkEvent, Network> {
  static final int MOST_TYPES = 100;
  static final int MOST_LANGUAGES = 30;

  @Override
  public Network initial() {
    return Network.EMPTY;
  }

  @Override
  public Decision<NetworkEvent> decide(NetworkCommand command, Network state) {
    if (!command.by().administers())
      return Decision.refuse(Refusal.forbidden("not-an-administrator", "what all organisations share is an administrator's matter"));
    return switch (command) {
      case NetworkCommand.DefinePartnerType define -> define(define.type(), state);
      case NetworkCommand.RetirePartnerType retire -> retire(retire.type(), state);
      case NetworkCommand.SetConsentText set -> set(set.text(), state);
      case NetworkCommand.WithdrawConsentText withdraw -> withdraw(withdraw.language(), state);
    };
  }

  private static Decision<NetworkEvent> define(PartnerType type, Network network) {
    var before = network.partnerType(type.id());
    if (before.filter(type::equals).isPresent()) return Decision.accept();
    if (before.isEmpty() && network.partnerTypes().size() >= MOST_TYPES) return tooMany("at most " + MOST_TYPES + " types of partners");
    boolean taken = network.partnerTypes().values().stream().filter(other -> other.offered() && !other.id().equals(type.id()))
        .anyMatch(other -> other.nameJa().equals(type.nameJa()));
    if (taken) return Decision.refuse(Refusal.invalid("nameJa", "name-taken", "a name no other type has"));
    return Decision.accept(new NetworkEvent.PartnerTypeDefined(type));
  }

  private static Decision<NetworkEvent> retire(Id type, Network network) {
    return network.partnerType(type).map(known -> known.offered()
        ? Decision.<NetworkEvent>accept(new NetworkEvent.PartnerTypeRetired(type))
        : Decision.<NetworkEvent>accept())
        .orElseGet(() -> Decision.refuse(Refusal.unknown("unknown-partner-type", "there never was such a type")));
  }

  private static Decision<NetworkEvent> set(ConsentText text, Network network) {
    var before = network.consentText(text.language());
    if (before.filter(text::equals).isPresent()) return Decision.accept();
    if (before.isEmpty() && network.consentTexts().size() >= MOST_LANGUAGES)
      return tooMany("at most " + MOST_LANGUAGES + " languages");
    return Decision.accept(new NetworkEvent.ConsentTextSet(text));
  }

  private static Decision<NetworkEvent> withdraw(Language language, Network network) {
    if (network.consentText(language).isPresent()) return Decision.accept(new NetworkEvent.ConsentTextWithdrawn(language));
    return Decision.refuse(Refusal.unknown("unknown-consent-text", "there is no text in this language"));
  }

  private static Decision<NetworkEvent> tooMany(String most) {
    return Decision.refuse("too-many", most);
  }

  @Override
  public Network evolve(Network state, NetworkEvent event) {
    return switch (event) {
      case NetworkEvent.PartnerTypeDefined(PartnerType type) -> state.with(type);
      case NetworkEvent.PartnerTypeRetired(Id type) -> state.partnerType(type).map(PartnerType::retired).map(state::with).orElse(state);
      case NetworkEvent.ConsentTextSet(ConsentText text) -> state.with(text);
      case NetworkEvent.ConsentTextWithdrawn(Language language) -> state.without(language);
    };
  }
}
