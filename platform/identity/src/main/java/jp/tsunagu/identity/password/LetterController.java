package jp.tsunagu.identity.password;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import jp.tsunagu.identity.account.Account;
import jp.tsunagu.identity.account.Accounts;
import jp.tsunagu.identity.guess.Witness;

/** The directory asks for a letter, which has seen whether the asker may; scope {@code accounts}. */
@RestController
class LetterController {
  private final Letters letters;
  private final Accounts accounts;
  private final Witness witness;

  LetterController(Letters letters, Accounts accounts, Witness witness) {
    this.letters = letters;
    this.accounts = accounts;
    this.witness = witness;
  }

  /** @return 201 {code, until}; 404 for a log-in that does not exist or is closed */
  @PostMapping("/internal/identity/accounts/{worker}/letter")
  @ResponseStatus(HttpStatus.CREATED)
  Letters.Written write(@PathVariable String worker) {
    Account account = accounts.find(worker).filter(Account::active).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Letters.Written written = letters.write(account);
    witness.done("letter written for the log-in", worker);
    return written;
  }
}
