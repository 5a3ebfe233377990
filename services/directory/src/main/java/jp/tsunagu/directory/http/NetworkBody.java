package jp.tsunagu.directory.http;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.directory.ConsentText;
import jp.tsunagu.directory.Network;
import jp.tsunagu.directory.Offer;
import jp.tsunagu.directory.PartnerType;
import jp.tsunagu.journal.CommandHandler.Current;

/**
 * What all organisations share, as it is shown.
 *
 * @param may what the reader is offered to do
 */
record NetworkBody(List<TypeBody> partnerTypes, List<TextBody> consentTexts, Set<Offer> may, long version) {
  /** @param offered false for a retired one, which some may still have */
  record TypeBody(String type, String nameJa, String nameEn, boolean offered) {
    static TypeBody of(PartnerType type) {
      return new TypeBody(type.id().value(), type.nameJa(), type.nameEn(), type.offered());
    }
  }

  /**
   * @param request with {@code {recipient}}, and perhaps {@code {purpose}}, where these are named
   * @param items   what may be told, in this language; empty where it has no words for it
   */
  record TextBody(String language, String request, String freedom, Map<ConsentItem, String> items) {
    static TextBody of(ConsentText text) {
      return new TextBody(text.language().tag(), text.request(), text.freedom(), text.items());
    }
  }

  /** Types in the order in which they were defined, texts in that of their languages' tags. */
  static NetworkBody of(Current<Network> now, Set<Offer> may) {
    return new NetworkBody(now.state().partnerTypes().values().stream().map(TypeBody::of).toList(),
        now.state().consentTexts().values().stream().map(TextBody::of).sorted(Comparator.comparing(TextBody::language)).toList(), may,
        now.version());
  }
}
