package jp.tsunagu.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;

import jp.tsunagu.contracts.NotificationMessage.Channel;
import jp.tsunagu.contracts.NotificationMessage.NoticeAcknowledged;
import jp.tsunagu.contracts.NotificationMessage.NoticeBounced;
import jp.tsunagu.contracts.NotificationMessage.NoticeDelivered;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.NotificationMessage.NoticeRaised;
import jp.tsunagu.portal.ledger.Arrivals;
import jp.tsunagu.portal.ledger.CaseStory;
import jp.tsunagu.portal.notices.Notice;
import jp.tsunagu.portal.notices.NoticeProjection;
import jp.tsunagu.testing.Infrastructure;

class MongoNoticesTest {
  private static final MongoClient CLIENT = MongoClients.create(Infrastructure.mongoUri(MongoNoticesTest.class));
  private final MongoDatabase database = CLIENT.getDatabase("portal-" + UUID.randomUUID());
  private MongoNotices notices;
  private NoticeProjection projection;

  @AfterAll
  static void close() {
    CLIENT.close();
  }

  @BeforeEach
  void start() {
    notices = new MongoNotices(database);
    projection = new NoticeProjection(notices, new Arrivals());
  }

  @Test
  void waitsUntilItsRecipientAcknowledges() {
    CaseStory story = raised();
    tell(story);
    assertThat(notices.waitingFor("org06", "org06-1")).extracting(Notice::noticeId).containsExactly("n-1");
    assertThat(notices.waitingFor("org05", "org06-1")).isEmpty();
    var acknowledged = story.commit(new NoticeAcknowledged("c-1", "n-1", CaseStory.COUNSELLOR, null)).envelopes().getLast();
    assertThat(projection.apply(List.of(acknowledged))).isTrue();
    assertThat(notices.waitingFor("org06", "org06-1")).isEmpty();
    assertThat(notices.find("n-1").orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void showsThatItDidNotArriveUntilItDoes() {
    CaseStory story = raised().commit(new NoticeBounced("c-1", "n-1", Channel.EMAIL, "address-refused"));
    tell(story);
    assertThat(notices.ofCase("c-1")).singleElement().extracting(Notice::bounced).isNotNull();
    projection.apply(List.of(story.commit(new NoticeDelivered("c-1", "n-1", Channel.EMAIL)).envelopes().getLast()));
    assertThat(notices.ofCase("c-1")).singleElement().extracting(Notice::bounced).isNull();
  }

  @Test
  void takesEachMessageOnceAndNoneAfterAHole() {
    CaseStory story = raised().commit(new NoticeDelivered("c-1", "n-1", Channel.IN_APP));
    assertThat(projection.apply(List.of(story.envelopes().get(1)))).isFalse();
    tell(story);
    assertThat(projection.apply(List.of(story.envelopes().get(1)))).isFalse();
    assertThat(projection.seen("notice-n-1", "c-1")).isEqualTo(2);
  }

  private static CaseStory raised() {
    return new CaseStory("c-1").commit(new NoticeRaised("c-1", "n-1", NoticeKind.REFERRAL_PROPOSED, CaseStory.COUNSELLOR, null));
  }

  private void tell(CaseStory story) {
    story.envelopes().forEach(e -> assertThat(projection.apply(List.of(e))).isTrue());
  }
}
