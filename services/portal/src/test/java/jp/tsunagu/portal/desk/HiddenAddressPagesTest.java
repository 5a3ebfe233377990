package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import jp.tsunagu.portal.Browser;
import jp.tsunagu.portal.Neighbours.Reply;
import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;

/** 住所秘匿 and likely same persons, on the desk's pages. */
class HiddenAddressPagesTest extends PortalTest {
  private static final String PERSON = """
      {"caseId":"c-hide","person":{"pseudonym":"さくら","addressHidden":true,"contactThrough":"org15"},"addressHidden":true,
       "worries":[],"channel":"PHONE","urgency":"NORMAL","consents":[],"withheld":[],"version":1}""";
  private static final Map<String, String> TYPED = Map.of("who", "named", "person.familyName", "山田", "person.givenName", "花子", "channel",
      "PHONE", "urgency", "NORMAL");

  @Autowired private DirectoryView directory;
  private Browser browser;

  @BeforeEach
  void logIn() {
    SampleDirectory.tell(directory);
    SampleDirectory.names(NEIGHBOURS);
    NEIGHBOURS.on("POST /api/cases/names", Reply.json(200, "{\"items\":[{\"caseId\":\"c-hide\",\"label\":\"さくら\"}]}"));
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, "{\"candidates\":[],\"elsewhere\":false}"));
    NEIGHBOURS.on("POST /api/cases", Reply.json(422, "{\"status\":422,\"code\":\"invalid\",\"errors\":[]}"));
    NEIGHBOURS.on("GET /api/cases/c-hide", Reply.json(200, PERSON));
    browser = at("org05", "org05-1", "CASEWORKER");
    tell(Stories.hidden("c-hide"));
  }

  private Browser at(String organisation, String worker, String role) {
    NEIGHBOURS.atTheDesk(organisation, worker, role);
    var opened = new Browser(port);
    opened.logIn();
    return opened;
  }

  @Test
  void marksAHiddenAddressOnEveryPageOfTheCaseAndInEveryList() {
    for (String page : new String[]{"/cases/c-hide", "/cases/c-hide/access-log", "/cases/c-hide/consent", "/cases/c-hide/person",
        "/cases/c-hide/provisions",
        "/cases", "/work"})
      assertThat(browser.get(page).body()).as(page).contains(">住所秘匿</span>");
    assertThat(browser.submit(browser.get("/cases"), "/cases", Map.of("q", "c-hide")).body()).contains(">住所秘匿</span>");
    assertThat(browser.get("/cases/c-hide?lang=en").body()).contains(">Address hidden</span>");
  }

  @Test
  void callsAPersonByTheirPseudonymAndSaysThroughWhomTheyAreReached() {
    var page = browser.get("/cases/c-hide").body();
    assertThat(page).contains("さくらさん", "抱樸を通してのみ", "住所を記録しようとしました").doesNotContain("匿名の方", "相談 c-hide</span> <span class=\"tag\"");
    assertThat(browser.get("/work?all=late").body()).contains("さくらさん");
  }

  @Test
  void correctsThePersonAsRecordedAndLiftsTheFlagOnlyWhenItIsCleared() {
    NEIGHBOURS.on("PUT /api/cases/c-hide/person", Reply.json(422,
        "{\"status\":422,\"code\":\"invalid\",\"errors\":[{\"field\":\"address\",\"code\":\"address-hidden\",\"message\":\"no\"}]}"));
    var form = browser.get("/cases/c-hide/person");
    assertThat(form.body()).contains("value=\"さくら\"");
    NEIGHBOURS.on("GET /api/cases/c-hide", Reply.json(200, PERSON.replace("\"version\":1", "\"version\":2"))); // the attempt is noted
    var again = browser.submit(form, Map.of("who", "pseudonym", "pseudonym", "さくら", "addressHidden", "true", "contactThrough", "org15"));
    assertThat(NEIGHBOURS.last("PUT").body()).contains("\"pseudonym\":\"さくら\"", "\"addressHidden\":true", "\"contactThrough\":\"org15\"");
    assertThat(again.body()).contains("住所秘匿の方の住所は記録できません", "href=\"#f-address\"", "id=\"f-address\"");
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"1\"");
    browser.submit(again, Map.of("who", "pseudonym", "pseudonym", "さくら"));
    assertThat(NEIGHBOURS.last("PUT").body()).contains("\"addressHidden\":false");
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"2\"");
  }

  @Test
  void showsWhatIsRecordedNowToWhoeverCorrectsThePersonTooLate() {
    NEIGHBOURS.on("GET /api/cases/c-hide", Reply.json(200, PERSON.replace("\"addressHidden\":true,", "")));
    NEIGHBOURS.on("PUT /api/cases/c-hide/person", Reply.json(412, "{\"status\":412,\"code\":\"stale-version\"}"));
    var old = browser.get("/cases/c-hide/person");
    assertThat(old.body()).doesNotContain("checked=\"checked\"> <span>住所秘匿");
    NEIGHBOURS.on("GET /api/cases/c-hide", Reply.json(200, PERSON.replace("\"version\":1", "\"version\":5")));
    var again = browser.submit(old, Map.of("who", "pseudonym", "pseudonym", "すみれ"));
    assertThat(NEIGHBOURS.last("PUT").header("If-match")).isEqualTo("\"1\"");
    assertThat(again.body()).contains("ほかの人が先に変えました", "name=\"version\" value=\"5\"", "value=\"さくら\"").doesNotContain("すみれ", "そのまま残っています");
    assertThat(again.body()).containsPattern("name=\"addressHidden\"[^>]*checked=\"checked\"");
  }

  @Test
  void keepsALanguageAndAnOrganisationThatAreNotOffered() {
    NEIGHBOURS.on("GET /api/cases/c-hide", Reply.json(200, PERSON.replace("\"pseudonym\":\"さくら\"",
        "\"familyName\":\"山田\",\"givenName\":\"花子\",\"language\":\"zh-Hant\"").replace("org15", "org99")));
    assertThat(browser.get("/cases/c-hide/person").body()).containsPattern("<option value=\"zh-Hant\" selected")
        .containsPattern("<option value=\"org99\" selected").contains("value=\"ja-x-easy\"").doesNotContain("value=\"ja\" selected");
  }

  @Test
  void asksBeforeItOpensACaseOfSomebodyWhoSeemsToBeKnown() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200,
        "{\"candidates\":[{\"caseId\":\"c-hide\",\"reasons\":[\"KANA\",\"PHONE\"],\"likelihood\":\"VERY_LIKELY\"}],\"elsewhere\":true}"));
    var asked = browser.submit(browser.get("/cases/new"), TYPED);
    assertThat(asked.path()).isEqualTo("/cases/new");
    assertThat(asked.body()).contains("同じ方かもしれません", "さくらさん", "フリガナが一致", "電話が一致", "ほかの団体にもあります", "別の人として開く", "この相談を開く", "事務局につないでもらう",
        "value=\"山田\"", "住所秘匿");
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.path().equals("/api/cases"))).as("nothing is opened yet").isEmpty();
    assertThat(NEIGHBOURS.received().stream().filter(r -> r.path().contains("likely")).findFirst().orElseThrow().body())
        .isEqualTo("{\"familyName\":\"山田\",\"givenName\":\"花子\",\"addressHidden\":false}");
  }

  @Test
  void opensAsAnotherPersonAndAsksTheSecretariatWhenToldTo() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(200, "{\"candidates\":[],\"elsewhere\":true}"));
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-hide\",\"version\":1}").etag(1));
    NEIGHBOURS.on("POST /api/cases/c-hide/connection-request", Reply.json(202, "{\"caseId\":\"c-hide\"}"));
    var typed = new java.util.HashMap<>(TYPED);
    typed.put("as", "connect");
    var after = browser.submit(browser.submit(browser.get("/cases/new"), TYPED), typed);
    assertThat(after.path()).isEqualTo("/cases/c-hide");
    assertThat(after.body()).contains("事務局にも頼みました");
    assertThat(NEIGHBOURS.received()).anyMatch(r -> r.path().equals("/api/cases/c-hide/connection-request"));
  }

  @Test
  void saysItOnEveryLineOfTheTableOfProvisions() {
    NEIGHBOURS.on("GET /api/cases/c-hide/provisions", Reply.json(200,
        "{\"items\":[{\"at\":\"2026-04-02T01:00:00Z\",\"from\":{\"organisation\":\"org05\",\"worker\":\"org05-1\"},\"toOrganisation\":\"org06\",\"basis\":\"LIFE_BODY\",\"items\":[\"NAME\"],\"purpose\":\"命\",\"withdrawn\":false}]}"));
    assertThat(browser.get("/cases/c-hide/provisions.csv").body().strip().lines()).hasSize(2)
        .allMatch(line -> line.endsWith(",注意") || line.endsWith(",住所秘匿"));
  }

  @Test
  void opensWithoutAskingWhenIntakeDoesNotAnswer() {
    NEIGHBOURS.on("POST /api/persons/likely-same", Reply.json(503, "{\"status\":503,\"code\":\"busy\"}"));
    NEIGHBOURS.on("POST /api/cases", Reply.json(201, "{\"caseId\":\"c-hide\",\"version\":1}").etag(1));
    assertThat(browser.submit(browser.get("/cases/new"), TYPED).path()).isEqualTo("/cases/c-hide");
  }

  @Test
  void showsLinksToTheHolderAndSendsTheirAnswer() {
    NEIGHBOURS.on("GET /api/cases/c-hide/links", Reply.json(200, """
        {"items":[{"caseId":"c-other","organisation":"org15"}],"requested":false,"proposals":[{"connectionId":"v-1","state":"PROPOSED",
         "cases":[{"caseId":"c-hide","organisation":"org05"}],"reasons":["KANA","BIRTH_DATE"],"likelihood":"VERY_LIKELY",
         "dueAt":"2026-04-08T03:00:00Z","overdue":false,"agreed":[]}]}"""));
    NEIGHBOURS.on("POST /api/connections/v-1/agreement", Reply.json(200, "{\"version\":3}"));
    var page = browser.get("/cases/c-hide");
    assertThat(page.body()).contains("同じ方のほかの相談", "相談 c-other", "主担当：抱樸", "結び付けてよいですか", "結び付きを外す")
        .doesNotContain("href=\"/cases/c-other\"");
    String csrf = page.body().replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
    browser.post("/connections/v-1/agreement", Map.of("_csrf", csrf, "key", "yes-v-1-c-hide", "back", "/cases/c-hide"));
    assertThat(NEIGHBOURS.received()).anyMatch(r -> r.path().equals("/api/connections/v-1/agreement"));
  }

  @Test
  void showsTheSecretariatCodesAndHoldersAlone() {
    NEIGHBOURS.on("GET /api/connections", Reply.json(200,
        """
            {"items":[{"connectionId":"v-1","state":"ASKED","cases":[{"caseId":"c-one","organisation":"org05"},{"caseId":"c-two","organisation":"org15"}],
             "reasons":["KANA","BIRTH_DATE"],"likelihood":"VERY_LIKELY","dueAt":"2026-04-06T03:00:00Z","overdue":true,"agreed":[]}]}"""));
    Browser secretariat = at("city", "secretariat", "SECRETARIAT");
    assertThat(secretariat.get("/connections").body()).contains("相談 c-one", "相談 c-two", "YELL", "抱樸", "生年月日が一致", "両方の主担当に確かめる")
        .doesNotContain("href=\"/cases/c-one\"");
    assertThat(secretariat.get("/work").body()).contains("href=\"/connections\"");
    assertThat(browser.get("/work").body()).doesNotContain("href=\"/connections\"");
  }
}
