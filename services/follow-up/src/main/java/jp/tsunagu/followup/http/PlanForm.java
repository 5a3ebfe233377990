package jp.tsunagu.followup.http;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.followup.NamedWorker;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** {@code {dueOn, worker, how}}: a day, a worker of the caller's organisation, and in words what was agreed. */
record PlanForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate dueOn,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String worker, @Schema(maxLength = 200) @Nullable String how) {
  private static final int LONGEST = 200;

  /** @param path where it stands in the request, e.g. {@code next.} */
  WatchCommand.Plan plan(String checkInId, DirectoryView directory, Caller by, String path) {
    new Required().field(path + "dueOn", dueOn).field(path + "worker", worker).orProblem();
    return new WatchCommand.Plan(checkInId, Objects.requireNonNull(dueOn),
        named(Objects.requireNonNull(worker), directory, by, path + "worker"),
        text(how, LONGEST, path + "how"));
  }

  /** Whoever works in another unit than the one who names them could not see the person; the case is assigned to them first. */
  static NamedWorker named(String worker, DirectoryView directory, Caller by, String field) {
    boolean elsewhere = directory.worker(worker).map(w -> new Party(w.organisation(), worker))
        .filter(w -> w.organisation().equals(by.organisation()) && !directory.together(w, by.party())).isPresent();
    if (elsewhere) throw Problem.invalid(field, "other-unit", "This colleague works in another unit; assign the case to them first.");
    return directory.worker(worker).map(w -> new NamedWorker(worker, w.organisation(), w.state() == DirectoryMessage.WorkerState.ACTIVE))
        .orElseGet(() -> new NamedWorker(worker, null, false));
  }

  static @Nullable FreeText text(@Nullable String words, int longest, String field) {
    if (words != null && words.length() > longest)
      throw Problem.invalid(field, "too-long", "This may have up to " + longest + " characters.");
    if (words != null && !FreeText.readable(words)) throw Problem.invalid(field, "forbidden-characters", "No control characters.");
    return FreeText.orNull(words);
  }

  @Override
  public String toString() {
    return "PlanForm[…]";
  }
}
