package jp.tsunagu.identity.account;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory keeps log-ins in step with its workers; scope {@code accounts}. */
@RestController
class AccountController {
  private final Accounts accounts;

  AccountController(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Creates or replaces; a missing password keeps the one there is, a missing {@code active} means true. */
  @PutMapping("/internal/identity/accounts/{worker}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void put(@PathVariable String worker, @RequestBody LogIn logIn) {
    String hash = logIn.password() == null ? null : accounts.hash(Password.checked(logIn.password()));
    accounts.save(new Account(worker, logIn.organisation(), logIn.roles(), hash, !Boolean.FALSE.equals(logIn.active())));
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalArgumentException reason) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(reason.getMessage()));
  }

  record LogIn(String organisation, Set<Role> roles, @Nullable String password, @Nullable Boolean active) {
    LogIn {
      if (organisation == null || roles == null) throw new IllegalArgumentException("organisation and roles are needed");
    }

    @Override
    public String toString() {
      return "LogIn[" + organisation + " " + roles + "]";
    }
  }
}
