package jp.tsunagu.intake.vault;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;

import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Problem;
import jp.tsunagu.runtime.vault.AskedKeys;

/** Gives a person's key to the services that write about them. */
@Hidden
@RestController
class KeyController {
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;
  private final KeyStore keys;

  KeyController(CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles, KeyStore keys) {
    this.caseFiles = caseFiles;
    this.keys = keys;
  }

  /** 404 for a case that was never opened, so that nobody has keys made by asking. */
  @GetMapping("/internal/keys/{caseId}")
  ResponseEntity<AskedKeys.Key> key(@PathVariable String caseId) {
    if (!(caseFiles.current(CaseAccess.stream(caseId)).state() instanceof CaseFile.Opened)) throw Problem.notFound();
    return keys.find(caseId).map(key -> ResponseEntity.ok().header("Cache-Control", "no-store").body(new AskedKeys.Key(key.inTheClear())))
        .orElseGet(() -> ResponseEntity.status(HttpStatus.GONE).build());
  }
}
