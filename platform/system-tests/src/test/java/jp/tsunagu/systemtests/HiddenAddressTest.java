package jp.tsunagu.systemtests;

import static jp.tsunagu.systemtests.Town.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

/**
 * 住所秘匿: somebody has left a violent home. She is known by a name she chose and reached through the shelter alone; no address
 * is written down anywhere, whoever tries; and each organisation learns what she agreed to for it, and no other.
 */
@ExtendWith(Town.Here.class)
class HiddenAddressTest {
  private static final String SHELTER = "org15";
  private static final Map<String, ?> CHOSEN = Map.of("pseudonym", "ひなげし", "addressHidden", true, "contactThrough", SHELTER);

  private final Town town;
  private final Desk yell;
  private final Desk shelter;
  private final Desk counsellors;
  private final Desk secretariat;

  HiddenAddressTest(Town town) {
    this.town = town;
    this.yell = town.desk("org05");
    this.shelter = town.desk(SHELTER);
    this.counsellors = town.desk("org08");
    this.secretariat = town.desk("secretariat");
  }

  @Test
  void keepsSomebodyWhoHidesUnfindableWhileThreeOrganisationsSupportHer() {
    opening(with(CHOSEN, "address", Map.of("text", "北九州市隠町1丁目"))).refusedFor("person.address", "address-hidden");
    Matter person = new Matter(yell, opening(CHOSEN).id("caseId"));
    knownByHerChosenNameAndReachedThroughTheShelter(person);

    // The shelter takes her on; she agreed that it learns her name and how to reach her.
    Handover toShelter = person.refer(SHELTER + "-1");
    toShelter.at(shelter).accept(SHELTER + "-1").done();
    Matter held = person.at(shelter);
    eventually(() -> assertThat(held.ledger().holder()).isEqualTo(SHELTER + "-1"));
    knownByHerChosenNameAndReachedThroughTheShelter(held);

    // Somebody at the first desk knows the man she hides from: for him there is no such person any more.
    Desk barred = town.worker("org05-2");
    barred.get(person.path()).done();
    held.act("barred-workers", Map.of("organisation", "org05", "worker", "org05-2", "reason", "知人のため（架空）")).done();
    assertThat(barred.get(person.path()).status()).isEqualTo(404);
    eventually(() -> assertThat(barred.get(person.path() + "/ledger").status()).isEqualTo(404));
    eventually(() -> assertThat(barred.get(person.path() + "/referrals").status()).isEqualTo(404));
    yell.get(person.path()).done();

    // One organisation after the other: the counsellors learn her worries and her wishes, and not who she is.
    String worriesAlone = held.act("consents", Map.of("recipient", "org08", "purpose", "気持ちの相談のため", "items", List.of("WORRIES"), "how",
        "READ_ALOUD", "givenOn", town.today().toString(), "language", "ja")).id("consentId");
    Handover toCounsellors = held.handover(held.propose("org08-1", Matter.on(worriesAlone)).id("referralId"));
    JsonNode told = toCounsellors.at(counsellors).matter().desk().get(person.path()).done().body();
    assertThat(told.path("worries")).isNotEmpty();
    assertThat(told.path("addressHidden").asBoolean()).isTrue();
    assertThat(told.toString()).doesNotContain("ひなげし", "contactThrough\":");
    eventually(() -> assertThat(person.at(counsellors).ledger().body().path("addressHidden").asBoolean()).isTrue());

    anAddressIsTakenFromNobody(held, toCounsellors);
    nobodyFeelsForHer();
    new Stranger(secretariat).findsNothingOf(toCounsellors);
    assertThat(held.ledger().unbrokenRibbon()).containsExactly("org05-1", SHELTER + "-1");
  }

  private static void knownByHerChosenNameAndReachedThroughTheShelter(Matter person) {
    JsonNode read = person.desk().get(person.path()).done().body().path("person");
    assertThat(read.path("pseudonym").asString()).isEqualTo("ひなげし");
    assertThat(read.path("addressHidden").asBoolean()).isTrue();
    assertThat(read.path("contactThrough").asString()).isEqualTo(SHELTER);
    assertThat(read.has("address") || read.has("phones") || read.has("email")).isFalse();
    eventually(() -> assertThat(person.ledger().body().path("addressHidden").asBoolean()).isTrue());
    eventually(() -> assertThat(person.desk().owes(person)).isNotEmpty().allMatch(i -> i.path("addressHidden").asBoolean()));
  }

  /** Neither of the holder nor of another organisation; and the holder hears of it, without a word of what was sent. */
  private void anAddressIsTakenFromNobody(Matter held, Handover toCounsellors) {
    Map<String, ?> named = Map.of("familyName", "架空", "givenName", "花子", "address", Map.of("text", "北九州市隠町1丁目"));
    held.desk().put(held.path() + "/person", named).refusedFor("address", "address-hidden");
    toCounsellors.at(counsellors).matter().desk().put(held.path() + "/person", named).refused(403, "not-the-holder");
    eventually(() -> assertThat(held.ledger().story()).contains("intake.hidden-address-attempted", "intake.hidden-address-attempted"));
    eventually(() -> assertThat(shelter.heard(held)).contains("HIDDEN_ADDRESS_ATTEMPTED"));
    assertThat(shelter.told(held).toString()).doesNotContain("隠町", "架空", "ひなげし");
    assertThat(held.desk().get(held.path()).body().toString()).doesNotContain("隠町");
  }

  /** Who types her chosen name at another desk is told nothing, not even that she is supported somewhere. */
  private void nobodyFeelsForHer() {
    var answer = town.desk("org14").post("/api/persons/likely-same", Map.of("pseudonym", "ひなげし")).done().body();
    assertThat(answer.path("candidates")).isEmpty();
    assertThat(answer.path("elsewhere").asBoolean()).isFalse();
  }

  private Answer opening(Map<String, ?> person) {
    return yell.post("/api/cases", Map.of("person", person, "worries", List.of(Map.of("kind", "VIOLENCE", "main", true)), "story",
        "家に帰れない（架空の文章です）", "channel", "PHONE", "urgency", "URGENT"));
  }

  private static Map<String, ?> with(Map<String, ?> person, String field, Object value) {
    var more = new HashMap<String, Object>(person);
    more.put(field, value);
    return more;
  }
}
