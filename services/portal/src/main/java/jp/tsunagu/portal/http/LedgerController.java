package jp.tsunagu.portal.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Operation;
import jp.tsunagu.portal.read.ReadModel;
import jp.tsunagu.portal.ledger.Ledger;
import jp.tsunagu.runtime.http.Caller;
import jp.tsunagu.runtime.http.Problem;

/** The whole of one case. */
@RestController
class LedgerController {
  private final ReadModel reads;

  LedgerController(ReadModel reads) {
    this.reads = reads;
  }

  @GetMapping("/api/cases/{caseId}/ledger")
  @Operation(summary = "Who held the person from when to when, what is owed next, and how it came to that")
  LedgerBody ledger(@PathVariable String caseId, Caller caller) {
    Ledger ledger = reads.ledger(caller, caseId).orElseThrow(Problem::notFound);
    return LedgerBody.of(ledger, reads.notices(caller, ledger));
  }
}
