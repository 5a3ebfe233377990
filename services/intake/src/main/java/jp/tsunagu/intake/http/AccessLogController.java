package jp.tsunagu.intake.http;

import java.util.List;

import org.springframework.http.MediaType;
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
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** 閲覧記録, for those who answer for the person. */
@RestController
class AccessLogController {
  private static final int MOST = 1_000;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

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
    return new Items(entries(caseId, caller));
  }

  @GetMapping("/api/cases/{caseId}/access-log.csv")
  @Operation(summary = "The same as a table")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<String> table(@PathVariable String caseId, Caller caller) {
    return ResponseEntity.ok().contentType(CSV).header("Content-Disposition", "attachment; filename=\"access-log.csv\"")
        .body(Printout.csv(entries(caseId, caller), addressHidden(caseId, caller)));
  }

  private boolean addressHidden(String caseId, Caller caller) {
    return access.look(caller, caseId).filter(seen -> seen.disclosure().file().person().addressHidden()).isPresent();
  }

  private List<Entry> entries(String caseId, Caller caller) {
    return switch (access.standing(caller, caseId)) {
      case HOLDER -> log.of(caseId, MOST);
      case PARTICIPANT -> throw Problem.forbidden("not-the-holder", "Another organisation holds this case.");
      case STRANGER -> throw Problem.notFound();
    };
  }
}
