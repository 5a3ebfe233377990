package jp.tsunagu.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jp.tsunagu.contracts.BasisKind;
import jp.tsunagu.contracts.ClosingReason;
import jp.tsunagu.contracts.ConnectionStage;
import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.DeclineReason;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.OutreachStage;
import jp.tsunagu.contracts.StepKind;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.portal.audit.Cause;
import jp.tsunagu.portal.audit.Check;
import jp.tsunagu.portal.audit.Gap;
import jp.tsunagu.portal.ledger.CheckIns;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Referral;
import jp.tsunagu.portal.ledger.Stories;
import jp.tsunagu.portal.rosters.ListKind;
import jp.tsunagu.portal.pipeline.Answer;
import jp.tsunagu.portal.pipeline.PipelineReport;
import jp.tsunagu.portal.pipeline.Sign;
import jp.tsunagu.portal.rebuild.Rebuild;

class MessagesTest {
  private static final Map<String, Class<? extends Enum<?>>> CODES = Map.ofEntries(Map.entry("basis", BasisKind.class),
      Map.entry("connection", ConnectionStage.class),
      Map.entry("closing", ClosingReason.class),
      Map.entry("item", ConsentItem.class), Map.entry("decline", DeclineReason.class), Map.entry("rung", Rung.class),
      Map.entry("notice", NoticeKind.class),
      Map.entry("outcome", OutcomeCode.class), Map.entry("step", StepKind.class), Map.entry("calendar", StepKind.class),
      Map.entry("urgency", Urgency.class),
      Map.entry("worry", Worry.class),
      Map.entry("stage", OutreachStage.class), Map.entry("referral", Referral.State.class), Map.entry("gap", Check.class),
      Map.entry("gap.cause", Cause.class), Map.entry("gap.done", Gap.Done.class), Map.entry("rebuild.what", Rebuild.What.class),
      Map.entry("rebuild.begin", Rebuild.What.class), Map.entry("checkin", CheckIns.State.class),
      Map.entry("pipeline.sign", Sign.class), Map.entry("pipeline.answer", Answer.class),
      Map.entry("pipeline.passage", PipelineReport.Passage.class), Map.entry("role", WorkerRole.class),
      Map.entry("worker-state", WorkerState.class), Map.entry("weekday", DayOfWeek.class));

  @Test
  void saysTheSameInBothLanguages() {
    assertThat(new TreeSet<>(bundle("en").keySet())).isEqualTo(new TreeSet<>(bundle("ja").keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ja", "en"})
  void hasWordsForEveryCode(String language) {
    var known = bundle(language).keySet();
    CODES.forEach(
        (kind, codes) -> assertThat(known).containsAll(Stream.of(codes.getEnumConstants()).map(c -> kind + "." + c.name()).toList()));
  }

  @Test
  void tellsEveryHappening() {
    for (Ledger ledger : new Ledger[]{Stories.silent("c-1", "r-1").ledger(), Stories.ended("c-1", "r-1").ledger(),
        Stories.reported("c-1").ledger(),
        Stories.hidden("c-1").ledger()})
      ledger.timeline().all()
          .forEach(h -> assertThat(bundle("ja").keySet()).contains("story." + h.type() + (h.toOrganisation() == null ? "" : ".to")));
  }

  @Test
  void namesAndExplainsEveryColumnOfAList() {
    for (ListKind kind : ListKind.values())
      for (String field : kind.fields()) assertThat(bundle("ja").keySet()).contains("import.column." + field, "import.hint." + field);
  }

  @Test
  void neverCallsAPersonATargetOrACase() {
    var ja = bundle("ja");
    assertThat(ja.keySet()).noneMatch(key -> ja.getString(key).contains("対象者") || ja.getString(key).contains("ケース"));
  }

  /** The names behind the numbered arguments are filled in; a number too many would stay on the page. */
  @Test
  void numbersOnlyWhatIsFilledIn() {
    var ja = bundle("ja");
    assertThat(ja.keySet().stream().filter(key -> key.startsWith("story.")))
        .allMatch(key -> !Pattern.compile("\\{[4-9]}").matcher(ja.getString(key)).find());
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle("messages-portal", Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
