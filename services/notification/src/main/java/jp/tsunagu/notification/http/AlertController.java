package jp.tsunagu.notification.http;

import java.time.InstantSource;
import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jp.tsunagu.contracts.DirectoryMessage.Worker;
import jp.tsunagu.contracts.DirectoryMessage.WorkerRole;
import jp.tsunagu.contracts.NotificationMessage.NoticeKind;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.notification.About;
import jp.tsunagu.notification.raising.RaiseNotices;
import jp.tsunagu.runtime.directory.DirectoryView;
import jp.tsunagu.runtime.http.Problem;

/** What the installation has to tell its administrators. Needs the scope {@code alerts}, which only a service's own token has. */
@Hidden
@RestController
class AlertController {
  private final RaiseNotices notices;
  private final DirectoryView directory;
  private final InstantSource clock;

  AlertController(RaiseNotices notices, DirectoryView directory, InstantSource clock) {
    this.notices = notices;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * @param caseId    what it is about; a code, and perhaps not a case's
   * @param reference under the same one nobody is told twice
   */
  record Alert(@NotNull NoticeKind kind, @NotBlank @Size(max = 300) String caseId, @NotBlank @Size(max = 1_000) String reference) {}

  @PostMapping("/internal/alerts")
  ResponseEntity<Void> raise(@Valid @RequestBody Alert alert) {
    if (!forAdministrators(alert.kind())) throw Problem.invalid("kind", "not-an-alert", "Only GAP_FOUND and MESSAGE_PARKED are alerts.");
    List<Party> administrators = administrators();
    if (administrators.isEmpty()) throw Problem.unavailable("nobody-to-tell", "The directory has told of no administrator.");
    administrators.forEach(to -> raise(alert, to));
    return ResponseEntity.noContent().build();
  }

  private static boolean forAdministrators(NoticeKind kind) {
    return kind == NoticeKind.GAP_FOUND || kind == NoticeKind.MESSAGE_PARKED;
  }

  private List<Party> administrators() {
    return directory.all().stream().flatMap(o -> o.workers().stream()).filter(Worker::active)
        .filter(w -> w.roles().contains(WorkerRole.ADMINISTRATOR)).map(w -> new Party(w.organisation(), w.worker())).toList();
  }

  /** The notice's id follows from the reference and the recipient, so the same alert finds it there. */
  private void raise(Alert alert, Party to) {
    notices.raise("alert " + alert.kind() + " " + alert.reference(), alert.caseId(),
        new About(alert.kind(), to, null, clock.instant()));
  }
}
