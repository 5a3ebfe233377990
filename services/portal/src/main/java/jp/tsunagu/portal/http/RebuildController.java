package jp.tsunagu.portal.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jp.tsunagu.portal.rebuild.Rebuild;
import jp.tsunagu.portal.rebuild.Rebuilder;
import jp.tsunagu.portal.rebuild.Rebuilds;
import jp.tsunagu.runtime.http.Caller;

/** Folding afresh, for administrators. */
@RestController
@RequestMapping("/api/rebuild")
class RebuildController {
  private final Rebuilder rebuilder;
  private final Rebuilds rebuilds;

  RebuildController(Rebuilder rebuilder, Rebuilds rebuilds) {
    this.rebuilder = rebuilder;
    this.rebuilds = rebuilds;
  }

  record Begin(@NotNull Rebuild.What what) {}

  /**
   * @param differences how many were not right, or missing, and are right now
   * @param left        how many could not be looked at and were left as they are
   * @param finishedAt  absent while it goes on
   */
  record Progress(Rebuild.What what, long done, long total, long differences, long left, Instant startedAt, @Nullable Instant finishedAt) {
    static Progress of(Rebuild r) {
      return new Progress(r.what(), r.done(), r.total(), r.differences(), r.left(), r.startedAt(), r.finishedAt());
    }
  }

  record All(List<Progress> rebuilds) {}

  @GetMapping
  @Operation(summary = "How far the last rebuild of each kind has come")
  All all(Caller caller) {
    Administrators.only(caller);
    return new All(rebuilds.all().stream().map(Progress::of).toList());
  }

  @PostMapping
  @Operation(summary = "Fold ledgers or notices afresh from the journals while everything runs; one that goes on is told of instead")
  Progress begin(@Valid @RequestBody Begin body, Caller caller) {
    Administrators.only(caller);
    return Progress.of(rebuilder.start(body.what()));
  }
}
