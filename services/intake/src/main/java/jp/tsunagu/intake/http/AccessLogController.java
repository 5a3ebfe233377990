package jp.tsunagu.intake.http;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;

import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.runtime.access.AccessLog;
import jp.tsunagu.runtime.access.Entry;
import jp.tsunagu.runtime.access.Printout;
import jp.tsunagu.runtime.http.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** 閲覧記録, for those who answer for the person. */
@RestController
class AccessLogController {
  private static final int MOST = 1_000;

  private final CaseAccess access;
  private final AccessLog log;

  AccessLogController(CaseAccess access, AccessLog log) {
    this.access = access;
    this.log = log;
  }

  record Items(List<Entry> items) {}

  @GetMapping("/api/cases/{caseId}/access-log")
  @Operation(summary = "Who looked at the person or changed what is recorded, the newest first; for the holder")
  Items read(@PathVariable String caseId, Caller caller) {
    access.held(caller, caseId);
    return new Items(log.of(caseId, MOST));
  }

  @GetMapping("/api/cases/{caseId}/access-log.csv")
  @Operation(summary = "The same as a table")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<String> table(@PathVariable String caseId, Caller caller) {
    boolean hidden = access.held(caller, caseId).disclosure().file().person().addressHidden();
    return Printout.table(log.of(caseId, MOST), hidden).download("access-log.csv");
  }
}
