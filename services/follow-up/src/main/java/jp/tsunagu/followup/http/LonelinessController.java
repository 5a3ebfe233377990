package jp.tsunagu.followup.http;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import com.mongodb.client.model.Sorts;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.calendar.OfficeCalendar;
import jp.tsunagu.followup.CheckInHistory;
import jp.tsunagu.followup.Loneliness;
import jp.tsunagu.followup.LonelinessChange;
import jp.tsunagu.followup.Watch;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.followup.WatchDecider;
import jp.tsunagu.followup.WatchEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.Journals;

/** Counts of what people answered about loneliness, for statistics. Whose answer was which does not leave this service. */
@Hidden
@RestController
class LonelinessController {
  private static final int SLICE = 500;
  private static final String MEASURED = "facts." + WatchDecider.MEASURED;

  private final CommandHandler<WatchCommand, WatchEvent, Watch> watches;
  private final Journals journals;

  LonelinessController(CommandHandler<WatchCommand, WatchEvent, Watch> watches, Journals journals) {
    this.watches = watches;
    this.journals = journals;
  }

  /** The days from the first to the last, in Japan. */
  private record Asked(LocalDate from, LocalDate to, @Nullable String organisation) {
    boolean includes(CheckInHistory.Found found) {
      LocalDate day = OfficeCalendar.dayOf(found.at());
      return !day.isBefore(from) && !day.isAfter(to) && (organisation == null || organisation.equals(found.by().organisation()));
    }
  }

  /** @param organisation whose workers asked; all where it is absent */
  @GetMapping("/internal/loneliness")
  LonelinessChange change(@RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to, @RequestParam(required = false) @Nullable String organisation) {
    var asked = new Asked(from, to, organisation);
    List<List<Loneliness>> persons = new ArrayList<>();
    String behind = "";
    while (true) {
      List<String> streams = journals.journal("watch").find(and(eq(MEASURED, true), gt("_id", behind)), Sorts.ascending("_id"), SLICE);
      streams.forEach(stream -> persons.add(answers(stream, asked)));
      if (streams.size() < SLICE) return LonelinessChange.of(persons);
      behind = streams.getLast();
    }
  }

  private List<Loneliness> answers(String stream, Asked asked) {
    List<Loneliness> answers = new ArrayList<>();
    CheckInHistory.of(watches.history(stream).commits()).stream().map(CheckInHistory.Entry::found)
        .flatMap(found -> found != null && asked.includes(found) ? Stream.of(found) : Stream.empty())
        .sorted(Comparator.comparing(CheckInHistory.Found::at)).map(found -> found.result().loneliness())
        .forEach(loneliness -> {
          if (loneliness != null) answers.add(loneliness);
        });
    return answers;
  }
}
