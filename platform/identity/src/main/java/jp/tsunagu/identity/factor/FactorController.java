package jp.tsunagu.identity.factor;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import jp.tsunagu.identity.account.OpenLogins;
import jp.tsunagu.identity.guess.Witness;

/** For a worker who lost phone and paper and whom the administrator of the system has recognised; scope {@code accounts}. */
@RestController
class FactorController {
  private final SecondFactors factors;
  private final OpenLogins open;
  private final Witness witness;

  FactorController(SecondFactors factors, OpenLogins open, Witness witness) {
    this.factors = factors;
    this.open = open;
    this.witness = witness;
  }

  /** All second factors go, and what was open under them; the next log-in asks for the password and leads to new ones. */
  @DeleteMapping("/internal/identity/accounts/{worker}/factors")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reset(@PathVariable String worker) {
    factors.removeAll(worker);
    open.endAllOf(worker);
    witness.done("loss of all second factors", worker);
  }
}
