package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Teams;

class SightPolicyTest {
  /** An organisation without units. */
  private static final Teams HOUSE = (who, face) -> who.organisation().equals(face.organisation());
  private static final Party MEMBER = new Party("org08", "org08-1");
  private static final Party CITY = new Party("city", "secretariat");
  private static final EnumSet<ConsentItem> ALL = EnumSet.allOf(ConsentItem.class);

  @Test
  void barsAWorkerWhateverTheirOrganisationIs() {
    var barred = file(a -> a.with(new Bar(Sample.DESK, OwnWords.of("印の付いた理由")), Sample.NOW));
    assertThat(sight(Sample.DESK, true, barred, Sample.NOW)).isEqualTo(new Sight.Nothing());
    assertThat(sight(new Party("org05", "org05-2"), true, barred, Sample.NOW)).isEqualTo(new Sight.Items(ALL, null, null));
  }

  @Test
  void barsThemWhereverTheyWorkNext() {
    var barred = file(
        a -> a.with(new Bar(Sample.DESK, OwnWords.of("印の付いた理由")), Sample.NOW).with(meeting(new Party("org08", "org05-1")), Sample.DESK,
            Sample.NOW));
    assertThat(sight(new Party("org08", "org05-1"), true, barred, Sample.NOW)).isEqualTo(new Sight.Nothing());
  }

  @Test
  void showsTheMembersOfASupportMeetingWhatItWasToldAndTheirColleaguesNothing() {
    var met = file(a -> a.with(meeting(MEMBER), Sample.DESK, Sample.NOW));
    assertThat(sight(MEMBER, true, met, Sample.NOW))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.NOT_AT_THE_MEETING));
    assertThat(sight(new Party("org08", "org08-2"), true, met, Sample.NOW)).isEqualTo(new Sight.Nothing());
    assertThat(sight(MEMBER, true, file(a -> a.with(meeting(MEMBER), Sample.DESK, Sample.NOW).without("m-1")), Sample.NOW))
        .isEqualTo(new Sight.Nothing());
  }

  @Test
  void showsTheSecretariatNothingUnlessTheGlassIsBrokenAndThenForAnHour() {
    var whole = file(a -> a);
    assertThat(sight(CITY, false, whole, Sample.NOW)).isEqualTo(new Sight.Nothing());
    var broken = file(a -> a.with(new BrokenGlass(CITY, OwnWords.of("印の付いた理由"), Sample.NOW.plus(Admitting.LOOK)), Sample.DESK, Sample.NOW));
    assertThat(sight(CITY, false, broken, Sample.NOW)).isEqualTo(new Sight.Items(ALL, null, null));
    assertThat(sight(CITY, false, broken, Sample.NOW.plus(Duration.ofHours(1)))).isEqualTo(new Sight.Nothing());
    assertThat(sight(new Party("city", "admin"), false, broken, Sample.NOW)).isEqualTo(new Sight.Nothing());
  }

  @Test
  void showsAHolderWhatItWroteItself() {
    var known = Participants.of(Sample.DESK).moved("org05", "org08", Sample.NOW)
        .drawnAs(jp.tsunagu.contracts.CaseParties.of(MEMBER, List.of("org05", "org08")));
    var own = new CaseFile.Opened(Sample.opening(), List.of(new CaseFile.Recorded(Sample.named(), MEMBER, Sample.NOW)), Map.of(),
        CaseFile.Links.NONE, Admissions.none());
    assertThat(SightPolicy.of(new SightPolicy.Look(MEMBER, true, known, own, Sample.NOW, HOUSE)))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME, ConsentItem.CONTACT), null, Sight.Why.NOT_CONSENTED));
  }

  @Test
  void isTheBusinessOfTheTeamThatStandsForItAlone() {
    Teams units = (who, face) -> who.equals(face);
    var other = new Party("org05", "org05-2");
    assertThat(sight(Sample.DESK, units, file(a -> a))).isEqualTo(new Sight.Items(ALL, null, null));
    assertThat(sight(other, units, file(a -> a))).isEqualTo(new Sight.Nothing());
    assertThat(sight(other, units, file(a -> a.with(meeting(other), Sample.DESK, Sample.NOW))))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.NOT_AT_THE_MEETING));
  }

  private static Sight sight(Party who, Teams teams, CaseFile.Opened file) {
    return SightPolicy.of(new SightPolicy.Look(who, true, Participants.of(Sample.DESK), file, Sample.NOW, teams));
  }

  /** The page is what the rules say of themselves; who changes a rule changes its page. */
  @Test
  void isWrittenDownForEverybody() throws IOException {
    String page = "# Who sees what of a person\n\nWritten from the rules in `SightPolicy`. What no rule grants is not shown; what is seen now outweighs what was known once.\n\n- **BARRED.** "
        + SightPolicy.BARRED + "\n- **TEAM.** " + Teams.RULE + "\n"
        + Arrays.stream(SightPolicy.Rule.values()).map(r -> "- **" + r.name() + ".** " + r.says() + "\n").collect(Collectors.joining());
    assertThat(Files.readString(Path.of("WHO-SEES-WHAT.md"))).isEqualTo(page);
  }

  private static SupportMeeting meeting(Party member) {
    return new SupportMeeting("m-1", LocalDate.of(2026, 4, 1), List.of(member), Set.of(ConsentItem.NAME), OwnWords.of("印の付いた理由"));
  }

  private static CaseFile.Opened file(UnaryOperator<Admissions> admitted) {
    return new CaseFile.Opened(Sample.opening(), List.of(new CaseFile.Recorded(Sample.named(), Sample.DESK, Sample.NOW)), Map.of(),
        CaseFile.Links.NONE, admitted.apply(Admissions.none()));
  }

  private static Sight sight(Party who, boolean supports, CaseFile.Opened file, Instant now) {
    return SightPolicy.of(new SightPolicy.Look(who, supports, Participants.of(Sample.DESK), file, now, HOUSE));
  }

  @Test
  void keepsAFormerHolderWhoSaysNoToBeingAskedAgainWithThePersonAsOfThen() {
    Instant handedOn = Sample.NOW.plus(Duration.ofDays(1));
    var known = Participants.of(Sample.DESK).moved("org05", "org08", handedOn)
        .drawnAs(jp.tsunagu.contracts.CaseParties.of(MEMBER, List.of("org05", "org08")));
    var asked = known.asked("org05", "r-2", new Participants.Asked(jp.tsunagu.contracts.BasisKind.LIFE_BODY, List.of(ConsentItem.NAME)));
    assertThat(of(asked)).isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.NOT_CONSENTED));
    assertThat(of(asked.ended("r-2", handedOn))).isEqualTo(new Sight.Items(ALL, handedOn, null));
  }

  private static Sight of(Participants known) {
    return SightPolicy.of(new SightPolicy.Look(Sample.DESK, true, known, file(a -> a), Sample.NOW, HOUSE));
  }

  @Test
  void hidesWhatAHolderWroteItselfOnceThePersonTookItBack() {
    var known = Participants.of(Sample.DESK).moved("org05", "org08", Sample.NOW)
        .drawnAs(jp.tsunagu.contracts.CaseParties.of(MEMBER, List.of("org05", "org08")));
    var taken = Sample.withdrawn(Sample.consent("org08", ConsentItem.CONTACT), Sample.NOW);
    var own = new CaseFile.Opened(Sample.opening(), List.of(new CaseFile.Recorded(Sample.named(), MEMBER, Sample.NOW)),
        Map.of("k-org08", taken), CaseFile.Links.NONE, Admissions.none());
    assertThat(SightPolicy.of(new SightPolicy.Look(MEMBER, true, known, own, Sample.NOW, HOUSE)))
        .isEqualTo(new Sight.Items(EnumSet.of(ConsentItem.NAME), null, Sight.Why.CONSENT_WITHDRAWN));
  }
}
