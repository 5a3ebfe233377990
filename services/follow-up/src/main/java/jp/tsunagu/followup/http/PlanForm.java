package jp.tsunagu.followup.http;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.DirectoryMessage;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.followup.NamedWorker;
import jp.tsunagu.followup.WatchCommand;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;

/** {@code {dueOn, worker, how}}: a day, a worker of the caller's organisation, and in words what was agreed. */
record PlanForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate dueOn,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String worker, @Schema(maxLength = 200) @Nullable String how) {
  private static final int LONGEST = 200;

  /** @param path where it stands in the request, e.g. {@code next.} */
  WatchCommand.Plan plan(String checkInId, DirectoryView directory, String path) {
    new Required().field(path + "dueOn", dueOn).field(path + "worker", worker).orProblem();
    return new WatchCommand.Plan(checkInId, Objects.requireNonNull(dueOn),
        named(Objects.requireNonNull(worker), directory),
        text(how, LONGEST, path + "how"));
  }

  static NamedWorker named(String worker, DirectoryView directory) {
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
