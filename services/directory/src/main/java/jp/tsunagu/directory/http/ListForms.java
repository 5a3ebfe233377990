package jp.tsunagu.directory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.directory.Id;
import jp.tsunagu.directory.OrganisationCommand.Join;
import jp.tsunagu.directory.Requester;
import jp.tsunagu.directory.Worker;
import jp.tsunagu.directory.lists.Line;
import jp.tsunagu.runtime.http.Problem;

/** Lists as they are sent: each row is a form of its own. What is not to be rehearsed has to say so. */
final class ListForms {
  static final int MOST = 1_000;

  private ListForms() {}

  /** {@code {rehearse?, rows: [{organisation, name, kind, audience, …}]}}, rows as when one organisation joins. */
  record OrganisationList(@Nullable Boolean rehearse,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = MOST) @Nullable List<@Nullable ProfileForm> rows) {
    List<Line<Join>> read(Requester by, Predicate<Id> offered) {
      return lines(rows,
          (number, form) -> line(number, text(form.organisation()), text(form.organisation()), () -> form.join(by, offered)));
    }
  }

  /** {@code {rehearse?, rows: [{organisation, worker, displayName, …}]}}. */
  record StaffList(@Nullable Boolean rehearse,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(minItems = 1, maxItems = MOST) @Nullable List<@Nullable StaffRow> rows) {
    List<Line<Worker>> read() {
      return lines(rows, (number, row) -> {
        Line<Worker> line = line(number, text(row.organisation()), text(row.worker()), () -> row.form().read());
        return line.value() == null ? line.judgedAs(line(number, "", "", () -> row.form().standIn().read()).value()) : line;
      });
    }

    @Override
    public String toString() {
      return "StaffList[…]";
    }
  }

  /** As when one worker is added, and of which organisation. */
  record StaffRow(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String organisation, @Nullable String worker,
      @Nullable String displayName, @Nullable String displayNameKana, @Nullable String email, @Nullable List<@Nullable String> roles,
      @Nullable String unit, @Nullable String deputy, @Nullable String manager) {
    WorkerForm form() {
      return new WorkerForm(worker, displayName, displayNameKana, email, roles, unit, deputy, manager);
    }

    @Override
    public String toString() {
      return "StaffRow[" + worker + "]";
    }
  }

  private static <R, T> List<Line<T>> lines(@Nullable List<@Nullable R> rows, BiFunction<Integer, R, Line<T>> line) {
    if (rows == null || rows.isEmpty()) throw Problem.invalid("rows", "required", "at least one row");
    if (rows.size() > MOST) throw Problem.invalid("rows", "too-many", "at most " + MOST + " rows");
    List<Line<T>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      R row = rows.get(i);
      if (row == null) throw Problem.invalid("rows[" + i + "]", "required", "must be given");
      lines.add(line.apply(i + 1, row));
    }
    return lines;
  }

  private static <T> Line<T> line(int number, String organisation, String id, Supplier<T> read) {
    try {
      return new Line<>(number, organisation, id, read.get(), List.of());
    } catch (Problem wrong) {
      return new Line<>(number, organisation, id, null, wrong.errors());
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}
