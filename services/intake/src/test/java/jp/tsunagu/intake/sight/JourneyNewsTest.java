package jp.tsunagu.intake.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.ReferralMessage;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Participants;
import jp.tsunagu.intake.Sample;
import jp.tsunagu.intake.Sight;

import org.junit.jupiter.api.Test;

class JourneyNewsTest {
  private static final Party SECOND = new Party("org15", "org15-1");
  private static final Party THIRD = new Party("org08", "org08-1");
  private static final Instant LATER = Sample.NOW.plus(Duration.ofDays(1));
  private static final EnumSet<ConsentItem> ALL = EnumSet.allOf(ConsentItem.class);
  private final Heard opened = new Heard(Participants.of(Sample.DESK));

  /** Participants after some news. */
  private record Heard(Participants known) {
    Heard after(ReferralMessage message, Instant at) {
      return new Heard(JourneyNews.after(known, message, at));
    }

    Sight sightOf(String organisation, List<CaseFile.Given> consents) {
      return Sample.sight(known, organisation, consents);
    }
  }

  @Test
  void showsTheHolderEverything() {
    assertThat(sight(opened, "org05")).isEqualTo(new Sight.Items(ALL, null, null));
  }

  @Test
  void showsAStrangerNothing() {
    assertThat(sight(opened, "org15")).isEqualTo(new Sight.Nothing());
    assertThat(sight(new Heard(Participants.none()), "org05")).isEqualTo(new Sight.Nothing());
  }

  @Test
  void showsTheReceiverWhatItsConsentNames() {
    var asked = opened.after(proposed("r-1", SECOND, BasisKind.CONSENT), Sample.NOW);
    var given = Sample.given(Sample.consent("org15", ConsentItem.NAME, ConsentItem.WORRIES));
    var another = Sample.given(Sample.consent("org08", ConsentItem.CONTACT));
    assertThat(asked.sightOf("org15", List.of(given, another)))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME, ConsentItem.WORRIES), null, Sight.Why.NOT_CONSENTED));
  }

  @Test
  void showsTheReceiverNothingOfAWithdrawnConsent() {
    var asked = opened.after(proposed("r-1", SECOND, BasisKind.CONSENT), Sample.NOW);
    var withdrawn = Sample.withdrawn(Sample.consent("org15"), LATER);
    assertThat(asked.sightOf("org15", List.of(withdrawn)))
        .isEqualTo(new Sight.Items(EnumSet.noneOf(ConsentItem.class), null, Sight.Why.CONSENT_WITHDRAWN));
  }

  @Test
  void showsTheReceiverEverythingOnAnotherBasis() {
    var asked = opened.after(proposed("r-1", SECOND, BasisKind.LIFE_BODY), Sample.NOW);
    assertThat(sight(asked, "org15")).isEqualTo(new Sight.Items(ALL, null, null));
  }

  @Test
  void showsNothingMoreAfterADecline() {
    var declined = opened.after(proposed("r-1", SECOND, BasisKind.LIFE_BODY), Sample.NOW)
        .after(new ReferralMessage.Declined("c-1", "r-1", SECOND, DeclineReason.NO_CAPACITY, null, null), LATER);
    assertThat(sight(declined, "org15")).isEqualTo(new Sight.Items(EnumSet.noneOf(ConsentItem.class), null, Sight.Why.REFERRAL_ENDED));
  }

  @Test
  void showsTheDeskThatOpenedThePersonAsOfHandingOver() {
    assertThat(sight(handedOver(), "org05")).isEqualTo(new Sight.Items(ALL, LATER, null));
    assertThat(sight(handedOver(), "org15")).isEqualTo(new Sight.Items(EnumSet.noneOf(ConsentItem.class), null, Sight.Why.NOT_CONSENTED));
  }

  @Test
  void showsAPassingHolderOnlyWhatItsReferralAllowed() {
    var passedOn = handedOver().after(proposed("r-2", THIRD, BasisKind.CONSENT), LATER)
        .after(new ReferralMessage.CustodyMoved("c-1", SECOND, THIRD), LATER);
    assertThat(passedOn.sightOf("org15", List.of(Sample.given(Sample.consent("org15", ConsentItem.NAME)))))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), LATER, Sight.Why.NOT_CONSENTED));
  }

  @Test
  void showsTheHolderAgainWhatItTookBack() {
    var returned = handedOver().after(new ReferralMessage.Returned("c-1", "r-1", Sample.DESK), LATER)
        .after(new ReferralMessage.CustodyMoved("c-1", SECOND, Sample.DESK), LATER);
    assertThat(sight(returned, "org05")).isEqualTo(new Sight.Items(ALL, null, null));
    assertThat(sight(returned, "org15")).isEqualTo(new Sight.Items(EnumSet.noneOf(ConsentItem.class), LATER, Sight.Why.REFERRAL_ENDED));
  }

  @Test
  void keepsSightWhenTheCaseMovesWithinAnOrganisation() {
    var moved = opened.after(new ReferralMessage.CustodyMoved("c-1", Sample.DESK, new Party("org05", "org05-2")), LATER);
    assertThat(sight(moved, "org05")).isEqualTo(new Sight.Items(ALL, null, null));
    assertThat(sight(moved, "org15")).isEqualTo(new Sight.Nothing());
  }

  @Test
  void foldsTheJourneyFromItsOpening() {
    assertThat(new Heard(Participants.none()).after(new ReferralMessage.JourneyOpened("c-1", Sample.DESK, Urgency.NORMAL), Sample.NOW))
        .isEqualTo(opened);
  }

  @Test
  void showsAHolderByReferralWhatThePersonAgreedTo() {
    var given = Sample.given(Sample.consent("org15", ConsentItem.NAME, ConsentItem.CONTACT));
    assertThat(handedOver().sightOf("org15", List.of(given)))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME, ConsentItem.CONTACT), null, Sight.Why.NOT_CONSENTED));
    var withdrawn = Sample.withdrawn(given.consent(), LATER);
    assertThat(handedOver().sightOf("org15", List.of(withdrawn)))
        .isEqualTo(new Sight.Items(EnumSet.noneOf(ConsentItem.class), null, Sight.Why.CONSENT_WITHDRAWN));
  }

  @Test
  void showsTheReceiverTheItemsThatWereNamedWithAnotherBasis() {
    var asked = opened.after(new ReferralMessage.Proposed("c-1", "r-1", Sample.DESK, "org15", "org15-1", null, Worry.TROUBLE_AT_WORK,
        Urgency.NORMAL, BasisKind.LIFE_BODY, LATER, null, List.of(ConsentItem.NAME), null), Sample.NOW);
    assertThat(sight(asked, "org15")).isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.NOT_CONSENTED));
  }

  private Heard handedOver() {
    return opened.after(proposed("r-1", SECOND, BasisKind.CONSENT), Sample.NOW)
        .after(new ReferralMessage.CustodyMoved("c-1", Sample.DESK, SECOND), LATER);
  }

  private static Sight sight(Heard participants, String organisation) {
    return participants.sightOf(organisation, List.of());
  }

  private static ReferralMessage proposed(String id, Party to, BasisKind basis) {
    return new ReferralMessage.Proposed("c-1", id, Sample.DESK, to.organisation(), to.worker(), null, Worry.TROUBLE_AT_WORK, Urgency.NORMAL,
        basis,
        LATER, null, null, null);
  }
}
