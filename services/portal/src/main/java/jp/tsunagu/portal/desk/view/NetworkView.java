package jp.tsunagu.portal.desk.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * 連携ネットワーク as a page shows it.
 *
 * @param may what the directory offers the reader to do
 */
public record NetworkView(List<Type> types, List<Text> texts, Set<String> may, long version) {
  /** 協力団体の種別. */
  public record Type(String id, String nameJa, String nameEn, boolean offered) {
    /** The same as long as nobody changes it. */
    public String mark() {
      return Integer.toHexString(Objects.hash(id, nameJa, nameEn, offered));
    }
  }

  /**
   * 同意の説明文 of a language, with places that are not filled in.
   *
   * @param items words for what may be told; none at all, or one for each
   */
  public record Text(String language, String request, String freedom, Map<String, String> items) {
    private static final Pattern PLACE = Pattern.compile("\\{(recipient|purpose)}");

    /** Filled in in one go: a name that looks like a place is none. */
    public String asking(String recipient, String purpose) {
      return PLACE.matcher(request).replaceAll(place -> Matcher.quoteReplacement(place.group(1).equals("recipient") ? recipient : purpose));
    }

    public String mark() {
      return Integer.toHexString(Objects.hash(language, request, freedom, items));
    }
  }

  public static NetworkView of(JsonNode told) {
    return new NetworkView(told.path("partnerTypes").valueStream().map(NetworkView::type).toList(),
        told.path("consentTexts").valueStream().map(NetworkView::text).toList(), OrganisationView.may(told),
        told.path("version").asLong(0));
  }

  private static Type type(JsonNode told) {
    return new Type(OrganisationView.text(told, "type"), OrganisationView.text(told, "nameJa"), OrganisationView.text(told, "nameEn"),
        told.path("offered").asBoolean(false));
  }

  private static Text text(JsonNode told) {
    Map<String, String> items = new LinkedHashMap<>();
    told.path("items").properties().forEach(item -> items.put(item.getKey(), item.getValue().asString("")));
    return new Text(OrganisationView.text(told, "language"), OrganisationView.text(told, "request"),
        OrganisationView.text(told, "freedom"), items);
  }

  public boolean may(String offer) {
    return may.contains(offer);
  }

  public Optional<Type> type(String id) {
    return types.stream().filter(type -> type.id().equals(id)).findFirst();
  }

  public Optional<Text> text(String language) {
    return texts.stream().filter(text -> text.language().equals(language)).findFirst();
  }

  /** What an organisation may be given; the one it has stays to be chosen, also after it was retired. */
  public List<Type> choices(String besides) {
    return types.stream().filter(type -> type.offered() || type.id().equals(besides)).toList();
  }

  /** The same for everybody: what one reader is offered is no other's. */
  public NetworkView shared() {
    return new NetworkView(types, texts, Set.of(), version);
  }
}
