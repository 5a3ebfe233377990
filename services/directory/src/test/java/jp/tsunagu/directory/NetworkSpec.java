package jp.tsunagu.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.directory.NetworkHistory.What;
import jp.tsunagu.directory.Traits.Change;
import jp.tsunagu.journal.Actor;
import jp.tsunagu.journal.Cause;
import jp.tsunagu.journal.Commit;
import jp.tsunagu.testing.DeciderSpec;

/** What all organisations share is an administrator's to change and everybody's to read. */
class NetworkSpec {
  private static final Requester ADMINISTRATOR = new Requester("city", Set.of(WorkerRole.ADMINISTRATOR), null);
  private static final PartnerType PHARMACIES = PartnerType.offered(new Id("pharmacies"), "薬局", "Pharmacies");
  private static final PartnerType CHEMISTS = PartnerType.offered(new Id("pharmacies"), "薬局・薬店", "Chemists");
  private static final Language EASY = new Language("ja-x-easy");
  private static final ConsentText TEXT = new ConsentText(EASY, "{recipient}に話してもいいですか。", "いやと言ってもいいです。", Map.of());
  private static final ConsentText OTHER = new ConsentText(EASY, "{recipient}に{purpose}ために話してもいいですか。", "いやと言ってもいいです。", Map.of());

  private final DeciderSpec<NetworkCommand, NetworkEvent, Network> network = DeciderSpec.of(new NetworkDecider());
  private final DeciderSpec<NetworkCommand, NetworkEvent, Network> grown = network.and(define(PHARMACIES), set(TEXT));

  @Test
  void isAnAdministratorsMatter() {
    var secretariat = new Requester("city", Set.of(WorkerRole.SECRETARIAT, WorkerRole.MANAGER), null);
    for (Requester by : List.of(secretariat, new Requester("org05", Set.of(WorkerRole.MANAGER, WorkerRole.CASEWORKER), null)))
      for (NetworkCommand command : List.of(new NetworkCommand.DefinePartnerType(CHEMISTS, by),
          new NetworkCommand.RetirePartnerType(PHARMACIES.id(), by), new NetworkCommand.SetConsentText(OTHER, by),
          new NetworkCommand.WithdrawConsentText(EASY, by), new NetworkCommand.WithdrawConsentText(new Language("vi"), by)))
        grown.when(command).refuses("FORBIDDEN not-an-administrator");
  }

  @Test
  void definesAndRenamesATypeOfPartners() {
    network.when(define(PHARMACIES)).then(new NetworkEvent.PartnerTypeDefined(PHARMACIES));
    grown.when(define(PHARMACIES)).thenNothing();
    grown.when(define(CHEMISTS)).then(new NetworkEvent.PartnerTypeDefined(CHEMISTS));
    assertThat(grown.and(define(CHEMISTS)).state().partnerTypes().values()).containsExactly(CHEMISTS);
  }

  @Test
  void retiresATypeAndOffersItAgain() {
    grown.when(retire("pharmacies")).then(new NetworkEvent.PartnerTypeRetired(PHARMACIES.id()));
    var retired = grown.and(retire("pharmacies"));
    assertThat(grown.state().offers(PHARMACIES.id())).isTrue();
    assertThat(retired.state().offers(PHARMACIES.id())).isFalse();
    retired.when(retire("pharmacies")).thenNothing();
    retired.when(define(PHARMACIES)).then(new NetworkEvent.PartnerTypeDefined(PHARMACIES));
    network.when(retire("pharmacies")).refuses("UNKNOWN unknown-partner-type");
  }

  @Test
  void namesNoTwoTypesAlike() {
    var same = PartnerType.offered(new Id("chemists"), "薬局", "Chemists");
    grown.when(define(same)).refuses("INVALID name-taken nameJa");
    grown.and(retire("pharmacies")).when(define(same)).then(new NetworkEvent.PartnerTypeDefined(same));
  }

  @Test
  void setsTheTextOfALanguage() {
    network.when(set(TEXT)).then(new NetworkEvent.ConsentTextSet(TEXT));
    grown.when(set(TEXT)).thenNothing();
    grown.when(set(OTHER)).then(new NetworkEvent.ConsentTextSet(OTHER));
    assertThat(grown.and(set(OTHER)).state().consentText(EASY)).contains(OTHER);
  }

  @Test
  void withdrawsATextAndSetsItAgain() {
    grown.when(withdraw("ja-x-easy")).then(new NetworkEvent.ConsentTextWithdrawn(EASY));
    grown.and(withdraw("ja-x-easy")).when(withdraw("ja-x-easy")).refuses("UNKNOWN unknown-consent-text");
    grown.and(withdraw("ja-x-easy")).when(set(TEXT)).then(new NetworkEvent.ConsentTextSet(TEXT));
  }

  @Test
  void growsNoLongerThanAListOneCanRead() {
    var types = network.given(IntStream.range(0, NetworkDecider.MOST_TYPES).mapToObj(i -> type("t" + i))
        .map(NetworkEvent.PartnerTypeDefined::new).toArray(NetworkEvent[]::new));
    types.when(define(type("more"))).refuses("CONFLICT too-many");
    types.when(define(PartnerType.offered(new Id("t1"), "別の名", "Another"))).events();
    var texts = network.given(IntStream.range(0, NetworkDecider.MOST_LANGUAGES)
        .mapToObj(i -> new ConsentText(new Language("a" + (char) ('a' + i % 26) + (char) ('a' + i / 26)), TEXT.request(), TEXT.freedom(),
            Map.of()))
        .map(NetworkEvent.ConsentTextSet::new).toArray(NetworkEvent[]::new));
    texts.when(set(TEXT)).refuses("CONFLICT too-many");
  }

  @Test
  void tellsWhatWasChangedTheNewestFirst() {
    var told = NetworkHistory.of(commits(new NetworkEvent.PartnerTypeDefined(PHARMACIES), new NetworkEvent.PartnerTypeDefined(CHEMISTS),
        new NetworkEvent.PartnerTypeRetired(PHARMACIES.id()), new NetworkEvent.ConsentTextSet(TEXT), new NetworkEvent.ConsentTextSet(OTHER),
        new NetworkEvent.ConsentTextWithdrawn(EASY))).reversed();
    assertThat(told).extracting(NetworkHistory.Line::what).containsExactly(What.PARTNER_TYPE_DEFINED, What.PARTNER_TYPE_DEFINED,
        What.PARTNER_TYPE_RETIRED, What.CONSENT_TEXT_SET, What.CONSENT_TEXT_SET, What.CONSENT_TEXT_WITHDRAWN);
    assertThat(told.getFirst().subject()).isEqualTo("pharmacies");
    assertThat(told.getLast().subject()).isEqualTo("ja-x-easy");
    assertThat(told.get(1).changes()).containsExactly(new Change("nameJa", List.of("薬局"), List.of("薬局・薬店")),
        new Change("nameEn", List.of("Pharmacies"), List.of("Chemists")));
    assertThat(told.get(2).changes()).containsExactly(new Change("offered", List.of("true"), List.of("false")));
    assertThat(told.get(4).changes()).containsExactly(new Change("request", List.of(TEXT.request()), List.of(OTHER.request())));
    assertThat(told.getLast().changes()).extracting(Change::field).containsExactly("request", "freedom");
  }

  private static List<Commit<NetworkEvent>> commits(NetworkEvent... events) {
    List<Commit<NetworkEvent>> commits = new ArrayList<>();
    for (NetworkEvent event : events) {
      long version = commits.size() + 1L;
      commits.add(new Commit<>(version, version, Instant.parse("2026-04-01T00:00:00Z"), new Actor("city", "admin"),
          Cause.message("m" + version), List.of(event)));
    }
    return commits;
  }

  private static PartnerType type(String id) {
    return PartnerType.offered(new Id(id), id, id);
  }

  private static NetworkCommand define(PartnerType type) {
    return new NetworkCommand.DefinePartnerType(type, ADMINISTRATOR);
  }

  private static NetworkCommand retire(String type) {
    return new NetworkCommand.RetirePartnerType(new Id(type), ADMINISTRATOR);
  }

  private static NetworkCommand set(ConsentText text) {
    return new NetworkCommand.SetConsentText(text, ADMINISTRATOR);
  }

  private static NetworkCommand withdraw(String language) {
    return new NetworkCommand.WithdrawConsentText(new Language(language), ADMINISTRATOR);
  }
}
