package jp.tsunagu.directory.http;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jp.tsunagu.contracts.DirectoryMessage.WorkerState;
import jp.tsunagu.directory.register.Register;
import jp.tsunagu.runtime.http.Problem;

/** Where a notice for a worker goes; asked by notification at the moment it sends, so it keeps no address itself. */
@RestController
@Hidden
class ContactController {
  private final Register register;

  ContactController(Register register) {
    this.register = register;
  }

  record Contact(String worker, String name, String email) {
    @Override
    public String toString() {
      return "Contact[" + worker + "]";
    }
  }

  @GetMapping("/internal/workers/{worker}/contact")
  Contact contact(@PathVariable String worker) {
    return register.employing(worker).flatMap(entry -> entry.worker(worker)).filter(p -> p.state() != WorkerState.LEFT)
        .map(p -> new Contact(p.worker(), p.displayName(), p.email())).orElseThrow(Problem::notFound);
  }
}
