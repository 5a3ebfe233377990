package jp.tsunagu.portal.http;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.worklist.WorkItem;
import jp.tsunagu.runtime.http.Caller;

/** What the caller owes. */
@RestController
class WorklistController {
  private final ReadModel reads;

  WorklistController(ReadModel reads) {
    this.reads = reads;
  }

  record Items(List<WorkItem> items) {}

  @GetMapping("/api/worklist")
  @Operation(summary = "What the caller owes, what becomes a gap first in front")
  Items worklist(Caller caller) {
    return new Items(reads.worklist(caller));
  }
}
