package jp.tsunagu.directory.http;

import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.directory.ConsentText;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.Language;
import jp.tsunagu.directory.PartnerType;

/** What is said of a partner type and of a consent text; which one it is stands in the address. */
final class NetworkForms {
  private NetworkForms() {}

  /** {@code {nameJa, nameEn}}. */
  record TypeForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "薬局") @Nullable String nameJa,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Pharmacies") @Nullable String nameEn) {
    PartnerType read(String type) {
      var fields = new Fields();
      Id id = fields.required("type", type, Id::new);
      String ja = fields.required("nameJa", nameJa, PartnerType::name);
      String en = fields.required("nameEn", nameEn, PartnerType::name);
      return fields.whole(() -> {
        if (id == null || ja == null || en == null) throw new IllegalStateException("noted before");
        return PartnerType.offered(id, ja, en);
      });
    }
  }

  /** {@code {NAME: "tên của bạn", CONTACT, WORRIES, SUMMARY, HISTORY}}: what may be told. */
  record ItemsForm(@JsonProperty("NAME") @Nullable String name, @JsonProperty("CONTACT") @Nullable String contact,
      @JsonProperty("WORRIES") @Nullable String worries, @JsonProperty("SUMMARY") @Nullable String summary,
      @JsonProperty("HISTORY") @Nullable String history) {
    @Nullable
    String of(ConsentItem item) {
      return switch (item) {
        case NAME -> name;
        case CONTACT -> contact;
        case WORRIES -> worries;
        case SUMMARY -> summary;
        case HISTORY -> history;
      };
    }
  }

  /** {@code {request, freedom, items?}}; left out, what may be told is said in no words of this language. */
  record TextForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "May we tell {recipient} about you, for this: {purpose}?") @Nullable String request,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "You can say no. We go on helping you all the same.") @Nullable String freedom,
      @Nullable ItemsForm items) {
    ConsentText read(String language) {
      var fields = new Fields();
      Language tag = fields.required("language", language, Language::new);
      String asks = fields.required("request", request, ConsentText::request);
      String frees = fields.required("freedom", freedom, ConsentText::freedom);
      Map<ConsentItem, String> told = items(fields);
      return fields.whole(() -> {
        if (tag == null || asks == null || frees == null) throw new IllegalStateException("noted before");
        return new ConsentText(tag, asks, frees, told);
      });
    }

    private Map<ConsentItem, String> items(Fields fields) {
      Map<ConsentItem, String> told = new EnumMap<>(ConsentItem.class);
      if (items == null) return told;
      for (ConsentItem item : ConsentItem.values()) {
        String word = fields.required("items." + item, items.of(item), ConsentText::item);
        if (word != null) told.put(item, word);
      }
      return told;
    }
  }
}
