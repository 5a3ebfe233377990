package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;

import tools.jackson.databind.JsonNode;

/**
 * Who seems to be the same person as the one whose case is being opened.
 *
 * @param elsewhere   whether somebody very likely the same is supported where this desk sees nothing
 * @param connectable whether the secretariat can be asked to connect the desks
 */
public record LikelySame(List<Candidate> candidates, boolean elsewhere, boolean connectable) {
  /**
   * @param label      a name or a pseudonym; empty where it may not be told
   * @param holder     an organisation, null if not known here yet
   * @param likelihood VERY_LIKELY, LIKELY or POSSIBLE
   */
  public record Candidate(String caseId, String label, @Nullable String holder, boolean addressHidden, List<String> reasons,
      String likelihood) {
    @Override
    public String toString() {
      return "Candidate[" + caseId + "]";
    }
  }

  /** @param hides the person being recorded, of whom nobody is asked */
  public static LikelySame of(JsonNode answer, Map<String, String> names, Map<String, Ledger> ledgers, String ours, boolean hides) {
    List<Candidate> all = new ArrayList<>();
    answer.path("candidates").forEach(c -> all.add(candidate(c, names, ledgers)));
    boolean elsewhere = answer.path("elsewhere").asBoolean(false);
    boolean others = all.stream().anyMatch(c -> c.likelihood().equals("VERY_LIKELY") && c.holder() != null && !c.holder().equals(ours));
    return new LikelySame(List.copyOf(all), elsewhere, !hides && (elsewhere || others));
  }

  private static Candidate candidate(JsonNode c, Map<String, String> names, Map<String, Ledger> ledgers) {
    String caseId = c.path("caseId").asString("");
    Ledger ledger = ledgers.get(caseId);
    String holder = ledger == null ? null : ledger.custody().last().map(Custody.Span::organisation).orElse(null);
    return new Candidate(caseId, names.getOrDefault(caseId, ""), holder,
        c.path("addressHidden").asBoolean(false) || (ledger != null && ledger.caution().addressHidden()),
        c.path("reasons").valueStream().map(r -> r.asString("")).toList(), c.path("likelihood").asString(""));
  }
}
