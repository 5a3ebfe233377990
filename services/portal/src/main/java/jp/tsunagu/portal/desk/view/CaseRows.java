package jp.tsunagu.portal.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jp.tsunagu.contracts.Step;
import jp.tsunagu.portal.finding.Asked;
import jp.tsunagu.portal.ledger.Custody;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.runtime.http.Table;

/** A list of cases as a table, one on a line, and in words what it was narrowed to. */
public final class CaseRows {
  private static final List<String> COLUMNS = List.of("code", "name", "caution", "state", "opened", "organisation", "worker", "next", "due",
      "owner");

  private CaseRows() {}

  /** @param names by case id, as far as they may be told */
  public static Table table(List<Ledger> cases, Map<String, String> names, Words words) {
    return new Table(COLUMNS.stream().map(column -> words.say("cases.table." + column)).toList(),
        cases.stream().map(l -> row(l, names.getOrDefault(l.caseId(), ""), words)).toList());
  }

  private static List<String> row(Ledger l, String name, Words words) {
    var row = new ArrayList<>(List.of(l.caseId(), name, l.caution().addressHidden() ? words.say("address-hidden") : "",
        words.say(l.open() ? "state.OPEN" : "state.CLOSED"), Days.day(l.openedAt()).toString()));
    row.addAll(l.custody().last().map(span -> holder(span, words)).orElse(List.of("", "")));
    row.addAll(l.nextStep().map(step -> next(step, words)).orElse(List.of("", "", "")));
    return row;
  }

  private static List<String> holder(Custody.Span span, Words words) {
    return List.of(words.organisation(span.organisation()), words.worker(span.worker()));
  }

  private static List<String> next(Step step, Words words) {
    return List.of(words.code("step", step.what()), Days.lastDay(step.dueAt()).toString(), words.worker(step.worker()));
  }

  /** Without what may be a name: that is not written on a sheet that lies about. */
  public static List<String> criteria(Asked asked, Words words) {
    return asked.given().entrySet().stream().map(e -> words.say("cases.criterion", words.code("field", e.getKey()), said(e, words)))
        .toList();
  }

  private static String said(Map.Entry<String, String> given, Words words) {
    return switch (given.getKey()) {
      case "holder", "with" -> words.organisation(given.getValue());
      case "worry" -> words.code("worry", given.getValue());
      case "state" -> words.code("state", given.getValue());
      default -> given.getValue();
    };
  }
}
