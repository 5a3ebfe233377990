package jp.tsunagu.intake.sight;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.bson.conversions.Bson;

import org.springframework.stereotype.Component;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileDecider;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.Journals;

/** Cases whose person has an index key, or that bar a worker, whoever may see them; the journal's facts answer, so a person is found once recorded. */
@Component
public class Candidates {
  private static final int MOST = 500;
  private static final int ALL = 10_000;
  private static final String PREFIX = CaseAccess.stream("");

  private final Journals journals;

  /** @param opened asked for so that the journal of case files is open before the first search */
  Candidates(Journals journals, CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> opened) {
    this.journals = journals;
  }

  public List<String> having(Set<String> keys) {
    return having(CaseFileDecider.SEARCH, keys);
  }

  /** Whose person has something in common that likely same persons have. */
  List<String> like(Set<String> keys) {
    return having(CaseFileDecider.LIKENESS, keys);
  }

  /** From which this worker is barred by name. */
  public List<String> barring(String worker) {
    return cases(Filters.eq("facts." + CaseFileDecider.BARRED, worker), ALL);
  }

  /** Of these cases those of somebody with this worry, and those that were last written before that was a fact. */
  public List<String> troubled(Worry kind, Collection<String> caseIds) {
    var fact = "facts." + CaseFileDecider.WORRIES;
    var asked = Filters.in("_id", caseIds.stream().map(CaseAccess::stream).toList());
    return cases(Filters.and(asked, Filters.or(Filters.eq(fact, kind.name()), Filters.exists(fact, false))), caseIds.size());
  }

  private List<String> having(String fact, Set<String> keys) {
    if (keys.isEmpty()) return List.of();
    return cases(Filters.in("facts." + fact, keys), MOST);
  }

  private List<String> cases(Bson which, int limit) {
    var streams = journals.journal("casefile").find(which, Sorts.ascending("_id"), limit);
    return streams.stream().map(s -> s.substring(PREFIX.length())).toList();
  }
}
