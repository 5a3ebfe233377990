package jp.tsunagu.portal.desk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.auditing.GapReading;
import jp.tsunagu.portal.board.Counted;
import jp.tsunagu.portal.board.Figures;
import jp.tsunagu.portal.board.Loneliness;
import jp.tsunagu.portal.desk.view.FlowDiagram;
import jp.tsunagu.portal.desk.view.Periods;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.portal.ledger.Ledgers;
import jp.tsunagu.portal.read.BoardReading;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.session.DeskUser;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.http.Table;

/** つながりの状況: what the network does, in figures, on a page and as a table. */
@DeskPage
class BoardPages {
  private static final int LISTED = 200;

  private final BoardReading reading;
  private final GapReading gaps;
  private final ReadModel reads;
  private final Looking looking;

  BoardPages(BoardReading reading, GapReading gaps, ReadModel reads, Looking looking) {
    this.reading = reading;
    this.gaps = gaps;
    this.reads = reads;
    this.looking = looking;
  }

  @GetMapping("/board")
  String show(@RequestParam(defaultValue = "") String period, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    var periods = new Periods(words.today());
    Figures figures = reading.of(user.caller(), periods.of(period));
    model.addAttribute("figures", figures);
    model.addAttribute("report", gaps.of(user.caller()));
    model.addAttribute("choices", periods.choices());
    model.addAttribute("chosen", period);
    model.addAttribute("listed", BoardReading.listed(user.caller()));
    model.addAttribute("diagram", FlowDiagram.of(figures.flows(), words::organisation));
    return "portal/board";
  }

  /** The cases behind a figure, for whom they are theirs to see. */
  @GetMapping("/board/cases")
  String cases(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String code, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    Counted counted = EnumSet.allOf(Counted.class).stream().filter(c -> c.name().equals(what)).findFirst().orElseThrow(Problem::notFound);
    List<String> behind = reading.cases(user.caller(), new Periods(words.today()).of(period), counted, code);
    List<Ledger> cases = reads.cases(user.caller(), Ledgers.Search.among(user.caller().party(), behind, LISTED));
    model.addAttribute("what", words.counted(counted, code));
    model.addAttribute("period", period);
    model.addAttribute("behind", behind.size());
    model.addAttribute("cases", cases);
    looking.name(cases.stream().map(Ledger::caseId).toList(), user, model);
    return "portal/board-cases";
  }

  @GetMapping("/board.csv")
  ResponseEntity<String> table(@RequestParam(defaultValue = "") String period, DeskUser user, @ModelAttribute("words") Words words) {
    Figures figures = reading.of(user.caller(), new Periods(words.today()).of(period));
    var head = List.of(words.say("board.csv.part"), words.say("board.csv.what"), words.say("board.csv.value"), words.say("board.csv.unit"));
    return new Table(head, new Rows(words).of(figures)).download("board-" + figures.from() + "-" + figures.to() + ".csv");
  }

  /** One figure a line, so that a spreadsheet can filter and add them up. */
  private record Rows(Words words, List<List<String>> all) {
    Rows(Words words) {
      this(words, new ArrayList<>());
    }

    List<List<String>> of(Figures f) {
      add("board.period", f.from().toString(), f.to().toString(), "");
      count("board.opened", words.say("board.opened"), f.opened());
      codes("board.channels", "channel", f.channels());
      steps(f.handovers());
      took("board.answers", f.answers());
      took("board.first-contact", f.firstContact());
      codes("board.declines", "decline", f.declines());
      codes("board.outcomes", "outcome", f.outcomes());
      codes("board.closings", "closing", f.closings());
      count("board.check-ins", words.say("board.check-ins.planned"), f.checkIns().planned());
      count("board.check-ins", words.say("board.check-ins.recorded"), f.checkIns().recorded());
      count("board.check-ins", words.say("board.check-ins.reached"), f.checkIns().reached());
      for (var w : f.waiting()) {
        count("board.waiting", words.organisation(w.organisation()), w.waiting());
        count("board.overdue", words.organisation(w.organisation()), w.overdue());
      }
      for (Figures.Flow flow : f.flows()) flow(flow);
      if (f.loneliness() != null) {
        measure("board.loneliness.direct", f.loneliness().direct());
        measure("board.loneliness.ucla3", f.loneliness().ucla3());
      }
      return all;
    }

    private void steps(Figures.Steps s) {
      count("board.funnel", words.say("board.funnel.proposed"), s.proposed());
      count("board.funnel", words.say("board.funnel.accepted"), s.accepted());
      count("board.funnel", words.say("board.funnel.connected"), s.connected());
      count("board.funnel", words.say("board.funnel.completed"), s.completed());
      count("board.funnel", words.say("board.funnel.declined"), s.declined());
      count("board.funnel", words.say("board.funnel.withdrawn"), s.withdrawn());
      count("board.funnel", words.say("board.funnel.returned"), s.returned());
      count("board.funnel", words.say("board.funnel.not-reached"), s.notReached());
      count("board.funnel", words.say("board.funnel.waiting"), s.waiting());
    }

    private void flow(Figures.Flow flow) {
      String way = words.say("board.flow", words.organisation(flow.from()), words.organisation(flow.to()));
      count("board.flows", way, flow.handovers());
      count("board.flows.accepted", way, flow.accepted());
      count("board.flows.back", way, flow.cameBack());
    }

    private void measure(String part, Loneliness.Measure m) {
      persons(part, "board.loneliness.asked", m.asked());
      persons(part, "board.loneliness.answered", m.answered());
      persons(part, "board.loneliness.twice", m.twice());
      if (m.first() != null) add(part, words.say("board.loneliness.first"), m.first().toString(), words.say("board.loneliness.points"));
      if (m.last() != null) add(part, words.say("board.loneliness.last"), m.last().toString(), words.say("board.loneliness.points"));
      persons(part, "board.loneliness.lower", m.lower());
      persons(part, "board.loneliness.same", m.same());
      persons(part, "board.loneliness.higher", m.higher());
    }

    private void persons(String part, String what, @Nullable Long number) {
      add(part, words.say(what), number == null ? words.say("board.loneliness.hidden") : number.toString(),
          words.say("board.loneliness.persons"));
    }

    private void codes(String part, String kind, Map<String, Optional<Long>> counts) {
      counts.forEach((code, number) -> count(part, words.code(kind, code), number.orElse(null)));
    }

    private void took(String part, Figures.Took took) {
      if (took.median() != null) add(part, words.say("board.median"), took.median().toString(), words.say("board.hours"));
      if (took.p90() != null) add(part, words.say("board.p90"), took.p90().toString(), words.say("board.hours"));
    }

    private void count(String part, String what, @Nullable Long number) {
      add(part, what, number == null ? words.say("board.few") : number.toString(), words.say("board.cases"));
    }

    private void add(String part, String what, String value, String unit) {
      all.add(List.of(words.say(part), what, value, unit));
    }
  }
}
