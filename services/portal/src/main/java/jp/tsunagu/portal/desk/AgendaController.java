package jp.tsunagu.portal.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import jp.tsunagu.portal.desk.view.Agenda;
import jp.tsunagu.portal.desk.view.Agenda.Entry;
import jp.tsunagu.portal.desk.view.Words;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.read.TeamReading;
import jp.tsunagu.portal.session.DeskUser;

/** 予定表: check-ins, first contacts and all other dates, the worker's own or, for a manager, the team's. */
@DeskPage
class AgendaController {
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 1, 1);

  private final Entries entries;
  private final Looking looking;

  AgendaController(Entries entries, Looking looking) {
    this.entries = entries;
    this.looking = looking;
  }

  @GetMapping("/calendar")
  String show(@RequestParam(defaultValue = "month") String view, @RequestParam(defaultValue = "") String day,
      @RequestParam(defaultValue = "mine") String of, DeskUser user, @ModelAttribute("words") Words words, Model model) {
    boolean team = of.equals("team");
    List<Entry> all = team ? entries.ofTeam(user, words) : entries.of(user);
    Agenda agenda = Agenda.of(all, !view.equals("week"), day(day, words.today()), words.today());
    List<String> shown = agenda.days().stream().flatMap(d -> d.entries().stream()).map(Entry::caseId).distinct().limit(Looking.MOST_NAMES)
        .toList();
    model.addAttribute("agenda", agenda);
    model.addAttribute("view", agenda.month() ? "month" : "week");
    model.addAttribute("of", team ? "team" : "mine");
    model.addAttribute("names", looking.names(user, shown));
    return "portal/agenda";
  }

  /** What is no day is today. */
  private static LocalDate day(String written, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(written);
      return day.isBefore(EARLIEST) || day.isAfter(LATEST) ? today : day;
    } catch (DateTimeParseException e) {
      return today;
    }
  }

  /** Whose dates there are. */
  @Component
  static class Entries {
    private final ReadModel reads;
    private final TeamReading team;

    Entries(ReadModel reads, TeamReading team) {
      this.reads = reads;
      this.team = team;
    }

    /** Those of a colleague who is away and whose deputy this is are among them, as on the work list. */
    List<Entry> of(DeskUser user) {
      return reads.worklist(user.caller()).stream().flatMap(item -> item.what() == null
          ? Stream.empty()
          : Stream.of(new Entry(item.caseId(), item.what(), item.dueAt(),
              item.standingInFor() == null ? user.caller().worker() : item.standingInFor(), item.overdue(), item.addressHidden())))
          .toList();
    }

    /** @throws jp.tsunagu.runtime.http.Problem 403 for who leads none */
    List<Entry> ofTeam(DeskUser user, Words words) {
      List<TeamReading.Duty> duties = team.duties(user.caller());
      Set<String> hidden = reads.addressHidden(user.caller(), duties.stream().map(TeamReading.Duty::caseId).distinct().toList());
      return duties.stream().map(d -> new Entry(d.caseId(), d.step().what(), d.step().dueAt(), d.step().worker(),
          words.late(d.step().dueAt()), hidden.contains(d.caseId()))).toList();
    }
  }
}
