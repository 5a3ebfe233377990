package jp.tsunagu.portal.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import com.mongodb.client.MongoDatabase;

import jp.tsunagu.portal.PortalTest;
import jp.tsunagu.portal.SampleDirectory;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.runtime.directory.DirectoryView;
import tools.jackson.databind.json.JsonMapper;

class CalendarFeedTest extends PortalTest {
  private static final String API = "/api/calendar-feed";

  @Autowired private DirectoryView directory;
  @Autowired private MongoDatabase database;

  @BeforeEach
  void tellWhoThereIs() {
    SampleDirectory.tell(directory);
  }

  /** @return the path of a new feed */
  private String feed(String token) {
    var answer = post(API, token, "{}");
    assertThat(answer.statusCode()).isEqualTo(201);
    String url = JsonMapper.shared().readTree(answer.body()).path("url").asString();
    return url.substring(url.indexOf("/calendar/"));
  }

  private HttpResponse<String> fetch(String path) {
    return send(path, HttpRequest.Builder::GET);
  }

  private static List<VEvent> entries(String calendar) throws Exception {
    List<CalendarComponent> all = new CalendarBuilder().build(new StringReader(calendar)).getComponents();
    return all.stream().map(VEvent.class::cast).toList();
  }

  @Test
  void tellsACalendarProgramWhatIsDueAndNothingElse() throws Exception {
    tell(Stories.opened("c-calendar"));
    var answer = fetch(feed(yell()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
    assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.body()).doesNotContain("c-calendar", "org05", "山田");
    assertThat(entries(answer.body())).isNotEmpty().allSatisfy(entry -> {
      assertThat(Objects.requireNonNull(entry.getSummary()).getValue()).startsWith("つなぐ：").contains(" / Tsunagu: ");
      assertThat(entry.getUid()).isPresent();
      assertThat(Objects.requireNonNull(entry.getUrl()).getValue()).endsWith("/work");
      assertThat(entry.getStartDate()).isPresent();
      assertThat(entry.getEndDate()).isPresent();
    });
  }

  @Test
  void keepsTheIdOfAnEntryFromOneTimeToTheNext() throws Exception {
    tell(Stories.opened("c-calendar-again"));
    String feed = feed(yell());
    var first = entries(fetch(feed).body()).stream().map(e -> e.getUid().orElseThrow().getValue()).toList();
    assertThat(first).isNotEmpty().doesNotHaveDuplicates();
    assertThat(entries(fetch(feed).body()).stream().map(e -> e.getUid().orElseThrow().getValue())).containsExactlyElementsOf(first);
  }

  @Test
  void opensOnlyTheLastAddressAndNoneThatWasTakenBack() {
    String first = feed(counsellor()), second = feed(counsellor());
    assertThat(fetch(first).statusCode()).isEqualTo(404);
    assertThat(fetch(second).statusCode()).isEqualTo(200);
    assertThat(send(API, r -> r.DELETE().header("Authorization", "Bearer " + counsellor())).statusCode()).isEqualTo(204);
    assertThat(fetch(second).statusCode()).isEqualTo(404);
    assertThat(fetch("/calendar/nothing.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void keepsNoAddressThatOpens() {
    String path = feed(yell());
    String token = path.substring("/calendar/".length(), path.length() - ".ics".length());
    assertThat(database.getCollection("calendar_feeds").find(new Document("_id", "org05-1"))).singleElement()
        .satisfies(stored -> assertThat(stored.toJson()).doesNotContain(token));
  }

  @Test
  void isOnlyForWhoIsLoggedInToOpenOne() {
    assertThat(send(API, r -> r.POST(HttpRequest.BodyPublishers.noBody())).statusCode()).isEqualTo(401);
  }
}
