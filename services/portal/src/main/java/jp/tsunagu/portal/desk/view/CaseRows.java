package jp.tsunagu.portal.desk.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.runtime.http.Table;

/**
 * A list of cases as a table, one on a line, and in words what it was narrowed to.
 *
 * @param day how a day is written
 */
public record CaseRows(Words words, Function<LocalDate, String> day) {
  private static final List<String> COLUMNS = List.of("code", "name", "caution", "state", "opened", "organisation", "worker", "next", "due",
      "owner");

  /** For a spreadsheet, which sorts and counts with days. */
  public static CaseRows kept(Words words) {
    return new CaseRows(words, LocalDate::toString);
  }

  /** For people. */
  public static CaseRows printed(Words words) {
    return new CaseRows(words, words::day);
  }

  /** @param names by case id, as far as they may be told */
  public Table table(List<Ledger> cases, Map<String, String> names) {
    return new Table(COLUMNS.stream().map(column -> words.say("cases.table." + column)).toList(),
        cases.stream().map(l -> row(l, names.getOrDefault(l.caseId(), ""))).toList());
  }

  private List<String> row(Ledger l, String name) {
    var row = new ArrayList<>(List.of(l.caseId(), name, l.caution().addressHidden() ? words.say("address-hidden") : "",
        words.say(l.open() ? "state.OPEN" : "state.CLOSED"), day.apply(Days.day(l.openedAt()))));
    row.addAll(l.custody().last().map(this::holder).orElse(List.of("", "")));
    row.addAll(l.nextStep().map(this::next).orElse(List.of("", "", "")));
    return row;
  }

  private List<String> holder(Custody.Span span) {
    return List.of(words.organisation(span.organisation()), words.worker(span.worker()));
  }

  private List<String> next(Step step) {
    return List.of(words.code("step", step.what()), day.apply(Days.lastDay(step.dueAt())), words.worker(step.worker()));
  }

  /** Without what may be a name: that is not written on a sheet that lies about. */
  public List<String> criteria(Asked asked) {
    return asked.given().entrySet().stream().map(e -> words.say("cases.criterion", words.code("field", e.getKey()), said(e)))
        .toList();
  }

  private String said(Map.Entry<String, String> given) {
    return switch (given.getKey()) {
      case "holder", "with" -> words.organisation(given.getValue());
      case "worry" -> words.code("worry", given.getValue());
      case "state" -> words.code("state", given.getValue());
      case "openedFrom", "openedTo", "dueFrom", "dueTo" -> day.apply(LocalDate.parse(given.getValue()));
      default -> given.getValue();
    };
  }
}
