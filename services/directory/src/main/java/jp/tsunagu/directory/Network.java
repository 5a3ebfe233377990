package jp.tsunagu.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * 連携ネットワーク: what all organisations share. It is there from the start and empty.
 *
 * @param partnerTypes all that ever were, in the order in which they were defined
 * @param consentTexts one a language
 */
public record Network(Map<Id, PartnerType> partnerTypes, Map<Language, ConsentText> consentTexts) {
  static final Network EMPTY = new Network(Map.of(), Map.of());

  public Network {
    partnerTypes = Collections.unmodifiableMap(new LinkedHashMap<>(partnerTypes));
    consentTexts = Collections.unmodifiableMap(new LinkedHashMap<>(consentTexts));
  }

  public Optional<PartnerType> partnerType(Id type) {
    return Optional.ofNullable(partnerTypes.get(type));
  }

  public boolean offers(Id type) {
    return partnerType(type).filter(PartnerType::offered).isPresent();
  }

  public Optional<ConsentText> consentText(Language language) {
    return Optional.ofNullable(consentTexts.get(language));
  }

  Network with(PartnerType type) {
    var all = new LinkedHashMap<>(partnerTypes);
    all.put(type.id(), type);
    return new Network(all, consentTexts);
  }

  Network with(ConsentText text) {
    var all = new LinkedHashMap<>(consentTexts);
    all.put(text.language(), text);
    return new Network(partnerTypes, all);
  }

  Network without(Language language) {
    var all = new LinkedHashMap<>(consentTexts);
    all.remove(language);
    return new Network(partnerTypes, all);
  }
}
