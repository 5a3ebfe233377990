package jp.tsunagu.notification.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.FollowUpMessage;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.NotificationMessage;
import jp.tsunagu.contracts.NotificationMessage.Via;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;
import jp.tsunagu.contracts.StepKind;

/** "I have seen it", by the link in an e-mail. */
class SeenTest {
  private static final Pattern LINK = Pattern.compile("https://tsunagu\\.example(/seen/[A-Za-z0-9_-]+)");
  private static final HttpClient BROWSER = HttpClient.newHttpClient();
  private House house;

  @BeforeEach
  void start() {
    house = new House(); // wrong links are counted, so each test has its own
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private String passed(String worker) {
    String caseId = Council.newCase();
    var step = new Step("next-step", StepKind.NEXT_STEP, "org05", worker, Council.NOW, null, null);
    house.watch(caseId, new FollowUpMessage.DeadlineEscalated(caseId, step, Rung.WORKER, new Party("org05", worker), Council.NOW));
    house.awaitTold(caseId, "delivered EMAIL");
    return caseId;
  }

  private String link(String worker) throws MessagingException, IOException {
    var found = LINK.matcher((String) house.post.mails(worker).getLast().content().getContent());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(house.url() + path)).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void acknowledgesOnceAndSaysHow() throws Exception {
    String caseId = passed("org05-81");
    String link = link("org05-81");
    for (int scan = 0; scan < 3; scan++) assertThat(call("GET", link).statusCode()).isEqualTo(200);
    assertThat(call("HEAD", link).statusCode()).isEqualTo(200);
    assertThat(house.told(caseId)).as("looking changes nothing").doesNotContain("acknowledged by org05-81");
    var done = call("POST", link);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("記録しました");
    String noticeId = house.noticeId("org05-81", caseId);
    await().atMost(House.SOON).untilAsserted(() -> assertThat(house.published.about(caseId)).contains(
        new NotificationMessage.NoticeAcknowledged(caseId, noticeId, new Party("org05", "org05-81"), "next-step", Via.LINK)));
    assertThat(call("POST", link).statusCode()).isEqualTo(404);
    assertThat(call("GET", link).statusCode()).isEqualTo(404);
    assertThat(house.told(caseId)).containsOnlyOnce("acknowledged by org05-81");
  }

  @Test
  void answersForEveryNoticeOfADigest() throws Exception {
    house.post.refusals.put("org05-82", "450 4.2.1 later");
    List<String> cases = List.of(house.tells("org05-82"), house.tells("org05-82"));
    cases.forEach(caseId -> house.noticeId("org05-82", caseId));
    house.post.refusals.remove("org05-82");
    cases.forEach(caseId -> house.awaitTold(caseId, "delivered EMAIL"));
    for (var mail : house.post.mails("org05-82")) {
      var found = LINK.matcher((String) mail.content().getContent());
      assertThat(found.find()).isTrue();
      assertThat(call("POST", found.group(1)).statusCode()).isEqualTo(200);
    }
    cases.forEach(caseId -> house.awaitTold(caseId, "acknowledged by org05-82"));
  }

  @Test
  void showsOneAndTheSamePageForAWrongAUsedAndAnExpiredLink() throws Exception {
    passed("org05-83");
    String used = link("org05-83");
    call("POST", used);
    passed("org05-84");
    String expired = link("org05-84"), altered = expired.substring(0, expired.length() - 4) + "AAAA";
    var wrong = call("GET", "/seen/nothing");
    for (String method : new String[]{"GET", "POST"}) {
      assertThat(call(method, used).body()).isEqualTo(wrong.body());
      assertThat(call(method, altered).body()).isEqualTo(wrong.body());
      assertThat(call(method, altered).statusCode()).isEqualTo(404);
    }
    house.clock.pass(Duration.ofDays(7).plusMinutes(1));
    var over = call("POST", expired);
    assertThat(over.statusCode()).isEqualTo(404);
    assertThat(over.body()).isEqualTo(wrong.body());
  }

  @Test
  void tellsNothingAndLetsNothingIn() throws Exception {
    String caseId = passed("org05-85");
    var page = call("GET", link("org05-85"));
    assertThat(page.body()).doesNotContain(caseId, "org05", "next-step", "<script").contains("確認しました", "I have seen it");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'")
        .doesNotContain("script");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(call("GET", "/seen/assets/seen.css").statusCode()).isEqualTo(200);
  }

  @Test
  void listensToNobodyWhoTriesLinkAfterLink() throws Exception {
    String caseId = passed("org05-86");
    String link = link("org05-86");
    for (int i = 0; i < 20; i++) assertThat(call("POST", "/seen/guess" + i).statusCode()).isEqualTo(404);
    assertThat(call("POST", link).statusCode()).isEqualTo(404);
    assertThat(house.told(caseId)).doesNotContain("acknowledged by org05-86");
  }
}
