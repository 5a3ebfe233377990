package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;

/** What anybody outside was told is recorded once, at the moment they were. */
class ProvisionsTest {
  private static final Instant ASKED = Sample.NOW.plus(Duration.ofDays(1));
  private static final Instant LATER = Sample.NOW.plus(Duration.ofDays(2));
  private static final Participants NOBODY_ASKED = Participants.of(Sample.DESK);

  @Test
  void isNothingWhileAConsentIsOnlyOnPaper() {
    assertThat(told(NOBODY_ASKED, given(Sample.NOW, null))).isEmpty();
  }

  @Test
  void recordsAReferralOnAConsentOnce() {
    assertThat(told(asked(BasisKind.CONSENT, "k-org15"), given(Sample.NOW, null))).containsExactly(ASKED + " CONSENT k-org15");
  }

  @Test
  void recordsWhatALaterConsentOpenedToWhoeverHadAPart() {
    assertThat(told(asked(BasisKind.LIFE_BODY, null), given(LATER, null)))
        .containsExactly(ASKED + " LIFE_BODY null", LATER + " CONSENT k-org15");
    assertThat(told(asked(BasisKind.CONSENT, "k-other"), given(LATER, null))).contains(LATER + " CONSENT k-org15");
  }

  @Test
  void recordsAnEarlierConsentWhenItsRecipientIsAskedOnAnotherBasis() {
    assertThat(told(asked(BasisKind.LIFE_BODY, null), given(Sample.NOW, null)))
        .containsExactlyInAnyOrder(ASKED + " LIFE_BODY null", ASKED + " CONSENT k-org15");
  }

  @Test
  void recordsNothingOfAConsentThatCameAfterThePartOrWasTakenBackBefore() {
    var declined = asked(BasisKind.LIFE_BODY, null).ended("r-1", LATER);
    assertThat(told(declined, given(LATER.plusSeconds(1), null))).containsExactly(ASKED + " LIFE_BODY null");
    assertThat(told(asked(BasisKind.LIFE_BODY, null), given(Sample.NOW, ASKED))).containsExactly(ASKED + " LIFE_BODY null");
    assertThat(told(asked(BasisKind.LIFE_BODY, null), given(Sample.NOW, LATER))).contains(ASKED + " CONSENT k-org15");
  }

  @Test
  void recordsWhoLookedInAnEmergencyUnlessTheyAreOfTheHolder() {
    var city = new Party("city", "secretariat");
    var glass = new BrokenGlass(city, OwnWords.of("理由"), LATER);
    var file = file(Admissions.none().with(glass, Sample.DESK, ASKED));
    assertThat(Provisions.of(file, NOBODY_ASKED)).containsExactly(
        new Provision(ASKED, Sample.DESK, "city", "secretariat", Provision.Ground.BROKEN_GLASS, null, List.of(ConsentItem.values()), null));
    assertThat(Provisions.of(file(Admissions.none().with(glass, city, ASKED)), NOBODY_ASKED)).isEmpty();
  }

  @Test
  void namesWhoeverAskedWhereARecipientWroteTheConsentDownItself() {
    var own = new CaseFile.Given(Sample.consent("org15"), new Party("org15", "org15-1"), LATER, null);
    assertThat(Provisions.of(file(Admissions.none(), own), asked(BasisKind.LIFE_BODY, null)).getLast().from()).isEqualTo(Sample.DESK);
  }

  private static Participants asked(BasisKind basis, @Nullable String consentId) {
    var provision = new Provision(ASKED, Sample.DESK, "org15", null, Provision.Ground.of(basis), consentId, List.of(), "r-1");
    return NOBODY_ASKED.asked("org15", "r-1", new Participants.Asked(basis, null)).told(provision);
  }

  private static CaseFile.Given given(Instant at, @Nullable Instant withdrawnAt) {
    return new CaseFile.Given(Sample.consent("org15"), Sample.DESK, at, withdrawnAt);
  }

  private static List<String> told(Participants known, CaseFile.Given... consents) {
    return Provisions.of(file(Admissions.none(), consents), known).stream().map(p -> p.at() + " " + p.basis() + " " + p.consentId())
        .toList();
  }

  private static CaseFile.Opened file(Admissions admissions, CaseFile.Given... consents) {
    Map<String, CaseFile.Given> byId = new LinkedHashMap<>();
    Arrays.stream(consents).forEach(given -> byId.put(given.consent().consentId(), given));
    return new CaseFile.Opened(Sample.opening(), List.of(), byId, CaseFile.Links.NONE, admissions);
  }
}
