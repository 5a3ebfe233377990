package jp.tsunagu.directory.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What all organisations share: everybody reads it, an administrator changes it. */
class NetworkDoorTest {
  private static final String NETWORK = "/api/network";
  private static final String TYPES = NETWORK + "/partner-types/";
  private static final String TEXTS = NETWORK + "/consent-texts/";
  private static final String ORGS = "/api/organisations";

  private static Desk desk;

  @BeforeAll
  static void open() {
    desk = new Desk();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void knowsItsPartnersFromTheFirstStart() {
    var network = desk.get("org05-1", NETWORK);
    assertThat(network.status()).isEqualTo(200);
    assertThat(network.body().get("partnerTypes").valueStream().map(t -> t.get("nameJa").asString())).startsWith("民生委員・児童委員",
        "町内会・自治会", "医師・医療機関");
    assertThat(network.body().get("may").isEmpty()).isTrue();
    assertThat(desk.get("admin", NETWORK).body().get("may").toString())
        .isEqualTo("[\"DEFINE_PARTNER_TYPES\",\"SET_CONSENT_TEXTS\",\"READ_HISTORY\"]");
    assertThat(desk.get("", NETWORK).status()).isEqualTo(401);
  }

  @Test
  void definesATypeAndRetiresItForGood() {
    String body = "{\"nameJa\":\"郵便局\",\"nameEn\":\"Post offices\"}";
    assertThat(desk.put("org05-m", TYPES + "post", body).status()).isEqualTo(403);
    assertThat(desk.put("admin", TYPES + "post", body, "Idempotency-Key", "post").status()).isEqualTo(200);
    var again = desk.put("admin", TYPES + "post", body, "Idempotency-Key", "post");
    assertThat(again.status()).isEqualTo(200);
    assertThat(desk.get("org05-1", NETWORK).body().toString()).contains("{\"type\":\"post\",\"nameJa\":\"郵便局\",\"nameEn\":\"Post offices\","
        + "\"offered\":true}");
    assertThat(desk.post("org05-m", TYPES + "post/retirement", null).status()).isEqualTo(403);
    assertThat(desk.post("admin", TYPES + "post/retirement", null).status()).isEqualTo(200);
    desk.restart();
    assertThat(desk.get("org05-1", NETWORK).body().toString()).contains("\"nameEn\":\"Post offices\",\"offered\":false");
    assertThat(desk.post("admin", TYPES + "nothing/retirement", null).status()).isEqualTo(404);
    var wrong = desk.put("admin", TYPES + "No%20Id", "{\"nameJa\":\" \"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").valueStream().map(e -> e.path("field").asString() + " " + e.path("code").asString()))
        .containsExactly("type not-an-id", "nameJa not-a-line", "nameEn required");
  }

  @Test
  void changesOnTheVersionThatWasRead() {
    String etag = desk.get("admin", NETWORK).header("ETag");
    assertThat(desk.put("admin", TYPES + "shops", "{\"nameJa\":\"商店\",\"nameEn\":\"Shops\"}", "If-Match", etag).status()).isEqualTo(200);
    assertThat(desk.put("admin", TYPES + "shops", "{\"nameJa\":\"お店\",\"nameEn\":\"Shops\"}", "If-Match", etag).status()).isEqualTo(412);
  }

  @Test
  void setsTheWordsOfALanguageAndTakesThemBack() {
    String body = "{\"request\":\"Chúng tôi có thể nói với {recipient} không?\\r\\n{purpose}\",\"freedom\":\"Bạn có thể nói không.\"}";
    assertThat(desk.put("org05-m", TEXTS + "vi", body).status()).isEqualTo(403);
    assertThat(desk.put("admin", TEXTS + "VI", body).status()).isEqualTo(200);
    assertThat(desk.get("org05-1", NETWORK).body().get("consentTexts").toString()).isEqualTo(
        "[{\"language\":\"vi\",\"request\":\"Chúng tôi có thể nói với {recipient} không?\\n{purpose}\",\"freedom\":\"Bạn có thể nói không.\",\"items\":{}}]");
    var wrong = desk.put("admin", TEXTS + "what_is", "{\"request\":\"May we tell somebody?\",\"freedom\":\"{recipient}\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body().path("errors").valueStream().map(e -> e.path("field").asString() + " " + e.path("code").asString()))
        .containsExactly("language not-a-language", "request names-no-recipient", "freedom unknown-placeholder");
    assertThat(desk.put("admin", TEXTS + "vi", "{\"text\":\"x\"}").status()).isEqualTo(400);
    String items = body.replaceFirst("}$",
        ",\"items\":{\"NAME\":\"tên\",\"CONTACT\":\"điện thoại\",\"WORRIES\":\"khó khăn\",\"SUMMARY\":\"mong muốn\"%s}}");
    assertThat(desk.put("admin", TEXTS + "vi", items.formatted("")).body().get("errors").toString()).contains("items.HISTORY", "required");
    assertThat(desk.put("admin", TEXTS + "vi", items.formatted(",\"HISTORY\":\"chuyện\"")).status()).isEqualTo(200);
    assertThat(desk.get("org05-1", NETWORK).body().at("/consentTexts/0/items/HISTORY").asString()).isEqualTo("chuyện");
    assertThat(desk.post("org05-m", TEXTS + "vi/withdrawal", null).status()).isEqualTo(403);
    assertThat(desk.post("admin", TEXTS + "vi/withdrawal", null).status()).isEqualTo(200);
    assertThat(desk.post("admin", TEXTS + "vi/withdrawal", null).status()).isEqualTo(404);
    assertThat(desk.post("admin", TEXTS + "what_is/withdrawal", null).status()).isEqualTo(404);
    assertThat(desk.get("org05-1", NETWORK).body().get("consentTexts").isEmpty()).isTrue();
  }

  @Test
  void tellsWhoeverCoordinatesWhatWasChanged() {
    desk.put("admin", TYPES + "banks", "{\"nameJa\":\"銀行\",\"nameEn\":\"Banks\"}");
    for (String reader : List.of("admin", "secretariat")) {
      var told = desk.get(reader, NETWORK + "/history");
      assertThat(told.status()).isEqualTo(200);
      assertThat(told.body().get("items").toString()).contains("\"what\":\"PARTNER_TYPE_DEFINED\",\"subject\":\"banks\"", "銀行",
          "{\"organisation\":\"city\",\"worker\":\"admin\"}");
    }
    long newest = desk.get("admin", NETWORK).body().get("version").asLong();
    assertThat(desk.get("admin", NETWORK + "/history?before=" + newest).body().get("items").toString())
        .doesNotContain("\"version\":" + newest);
    assertThat(desk.get("org05-m", NETWORK + "/history").status()).isEqualTo(403);
  }

  @Test
  void takesInAPartnerOfATypeThatIsOffered() {
    String pharmacy = "{\"organisation\":\"org31\",\"name\":\"架空薬局\",\"kind\":\"薬局\",\"audience\":\"誰でも\",\"partnerType\":\"%s\"%s}";
    var unknown = desk.post("admin", ORGS, pharmacy.formatted("magicians", ""));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.text("/errors/0/field")).isEqualTo("partnerType");
    assertThat(unknown.text("/errors/0/code")).isEqualTo("unknown-partner-type");
    assertThat(desk.post("admin", ORGS, pharmacy.formatted("pharmacies", ",\"acceptsReferrals\":true")).text("/errors/0/code"))
        .isEqualTo("partner-takes-no-referrals");
    assertThat(desk.post("admin", ORGS, pharmacy.formatted("pharmacies", "")).status()).isEqualTo(201);
    var shown = desk.get("org05-1", ORGS + "/org31").body();
    assertThat(shown.get("partnerType").asString()).isEqualTo("pharmacies");
    assertThat(shown.get("acceptsReferrals").asBoolean()).isFalse();
    assertThat(desk.get("org05-1", ORGS + "/org05").body().has("partnerType")).isFalse();
    assertThat(
        desk.post("admin", ORGS + "/org31/workers", DirectoryDoorTest.worker("org31-1", "CASEWORKER", null, null)).text("/errors/0/code"))
        .isEqualTo("partner-has-no-caseworkers");
    assertThat(desk.post("admin", ORGS + "/org31/workers", DirectoryDoorTest.worker("org31-m", "MANAGER", null, null)).status())
        .isEqualTo(201);
    String plain = "{\"name\":\"架空薬局\",\"kind\":\"薬局\",\"audience\":\"誰でも\"}";
    assertThat(desk.put("org31-m", ORGS + "/org31", plain).text("/code")).isEqualTo("partner-type-is-fixed");
    assertThat(desk.put("admin", ORGS + "/org31", plain).status()).isEqualTo(200);
    var list = "{\"rows\":[" + pharmacy.formatted("pharmacies", "") + "," + pharmacy.formatted("magicians", "").replace("org31", "org32")
        + "]}";
    assertThat(desk.post("admin", ORGS + "/import", list).body().get("lines").valueStream().map(l -> l.get("fate").asString()))
        .containsExactly("CHANGED", "REFUSED");
  }
}
