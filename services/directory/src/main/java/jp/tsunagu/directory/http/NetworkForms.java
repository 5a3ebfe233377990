package jp.tsunagu.directory.http;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.Schema;
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

  /** {@code {request, freedom}}. */
  record TextForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "May we tell {recipient} about you, for this: {purpose}?") @Nullable String request,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "You can say no. We go on helping you all the same.") @Nullable String freedom) {
    ConsentText read(String language) {
      var fields = new Fields();
      Language tag = fields.required("language", language, Language::new);
      String asks = fields.required("request", request, ConsentText::request);
      String frees = fields.required("freedom", freedom, ConsentText::freedom);
      return fields.whole(() -> {
        if (tag == null || asks == null || frees == null) throw new IllegalStateException("noted before");
        return new ConsentText(tag, asks, frees);
      });
    }
  }
}
