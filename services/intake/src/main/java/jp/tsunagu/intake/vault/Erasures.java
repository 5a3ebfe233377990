package jp.tsunagu.intake.vault;

import static com.mongodb.client.model.Filters.eq;

import java.time.InstantSource;
import java.util.List;

import org.springframework.stereotype.Component;

import com.mongodb.client.model.Sorts;

import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileDecider;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.calls.CallRecords;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.Journals;

/**
 * Destroys the keys of persons whose erasure stands in their case file. The decision comes first, so a crash in between leaves
 * a key without a person; {@link #carryOutAll} finds it.
 */
@Component
public class Erasures {
  private static final int MOST = 10_000;

  private final KeyStore keys;
  private final Journals journals;
  private final InstantSource clock;
  private final CallRecords calls;

  /** @param opened asked for so that the journal of case files is open */
  Erasures(KeyStore keys, Journals journals, InstantSource clock,
      CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> opened, CallRecords calls) {
    this.keys = keys;
    this.calls = calls;
    this.journals = journals;
    this.clock = clock;
  }

  public void carryOut(String caseId) {
    // First: as long as the person's own key is there, an interrupted erasure is found and carried on.
    calls.ofCase(caseId).ifPresent(call -> destroy(call.told().callId()));
    destroy(caseId);
  }

  private void destroy(String owner) {
    keys.destroy(owner, clock.instant());
    journals.forget(owner);
  }

  /** @return how many keys had outlived their person */
  int carryOutAll() {
    List<String> erased = journals.journal("casefile")
        .facts(eq("facts." + CaseFileDecider.ERASED_FACT, true), Sorts.ascending("_id"), MOST).stream().map(i -> i.caseId()).toList();
    List<String> left = keys.withKey(erased);
    left.forEach(this::carryOut);
    return left.size();
  }
}
