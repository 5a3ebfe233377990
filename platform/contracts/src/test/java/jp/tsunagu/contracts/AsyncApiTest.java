package jp.tsunagu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

/** The document and the records say the same. */
class AsyncApiTest {
  static Set<String> types() {
    return MessageTypes.all().keySet();
  }

  @Test
  void describesEveryTypeAndNoOther() {
    assertThat(AsyncApi.DOCUMENT.at("/components/messages").propertyNames()).containsExactlyInAnyOrderElementsOf(types());
    for (String name : types()) {
      JsonNode message = AsyncApi.DOCUMENT.at("/components/messages").get(name);
      assertThat(message.get("name").asString()).isEqualTo(name);
      assertThat(message.at("/payload/$ref").asString()).isEqualTo("#/components/schemas/" + name);
      assertThat(message.get("x-sample").asString()).isEqualTo("samples/" + name + ".json");
    }
  }

  @Test
  void putsEveryTypeOnTheTopicOfItsPublisher() {
    List<String> found = new ArrayList<>();
    for (JsonNode channel : AsyncApi.DOCUMENT.get("channels")) {
      for (JsonNode reference : channel.get("messages")) {
        String name = AsyncApi.at(reference).get("name").asString();
        assertThat(channel.get("address").asString()).isEqualTo("tsunagu." + name.substring(0, name.indexOf('.')));
        found.add(name);
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(types());
  }

  @Test
  void refersToNothingThatIsNotThere() {
    assertThat(AsyncApi.DOCUMENT.findValues("$ref")).isNotEmpty()
        .allSatisfy(reference -> assertThat(AsyncApi.DOCUMENT.at(reference.asString().substring(1)).isMissingNode())
            .as(reference.asString()).isFalse());
  }

  @ParameterizedTest
  @MethodSource("types")
  void allowsTheSample(String name) {
    assertThat(AsyncApi.errors(name, Samples.json(name))).isEmpty();
  }

  /** Who reads a topic from its beginning meets them all; those that are read as something else today are named in their lines. */
  @ParameterizedTest
  @MethodSource("types")
  void allowsWhatWasEverPublished(String name) {
    assertThat(Published.of(name)).filteredOn(line -> !line.has("now"))
        .allSatisfy(line -> assertThat(AsyncApi.errors(name, line.get("data").toString())).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("types")
  void saysWhatTheRecordSays(String name) {
    var type = MessageTypes.byName(name).orElseThrow();
    assertThat(SchemaMirror.differences(type, AsyncApi.schemas().get(name), name)).isEmpty();
  }

  @Test
  void refusesWhatNoPublisherMaySend() {
    String proposed = Samples.json(ReferralMessage.Proposed.class);
    assertThat(AsyncApi.errors("referral.proposed.v1", proposed.replace("2026-04-06T09:00:00Z", "tomorrow"))).isNotEmpty();
    assertThat(AsyncApi.errors("referral.proposed.v1", proposed.replace("\"URGENT\"", "\"SOON\""))).isNotEmpty();
    assertThat(AsyncApi.errors("referral.proposed.v1", proposed.replace("\"need\"", "\"needs\""))).isNotEmpty();
    assertThat(AsyncApi.errors("referral.proposed.v1", proposed.replace("\"p-outreach\"", "\"a friendly place\""))).isNotEmpty();
  }
}
