package jp.tsunagu.intake.sight;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.BlindIndex;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.CaseFileEvent;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Likeness;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Traits;
import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.http.Caller;

/** Other cases that seem to be of the same person. */
@Component
public class LikelySame {
  private final BlindIndex index;
  private final Candidates candidates;
  private final CaseAccess access;
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles;

  LikelySame(BlindIndex index, Candidates candidates, CaseAccess access,
      CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> caseFiles) {
    this.index = index;
    this.candidates = candidates;
    this.access = access;
    this.caseFiles = caseFiles;
  }

  /** @param mayBeFeltFor see {@link #mayBeFeltFor} */
  public record Match(String caseId, Likeness likeness, boolean addressHidden, boolean mayBeFeltFor) {
    static Match of(CaseFile.Opened file, Likeness likeness) {
      Person person = file.person();
      return new Match(file.opening().caseId(), likeness, person.addressHidden(), LikelySame.mayBeFeltFor(person));
    }
  }

  /**
   * @param seen      cases of which the caller may see what agrees, the likeliest first
   * @param elsewhere very likely ones among all others, never of somebody who hides, nor cases the caller is barred from; not to be told one
   *                  by one
   */
  public record Found(List<Match> seen, List<Match> elsewhere) {}

  public Found find(Caller caller, Person person, Set<String> besides) {
    Traits traits = Traits.of(person);
    var like = new HashSet<>(candidates.like(index.likenessOf(traits)));
    like.removeAll(besides);
    List<Disclosure> disclosed = access.glance(caller, like, 0).toList();
    List<Match> seen = disclosed.stream().flatMap(d -> match(traits, d).stream())
        .sorted(Comparator.comparing((Match m) -> m.likeness().likelihood()).thenComparing(Match::caseId)).toList();
    like.removeAll(disclosed.stream().map(Disclosure::caseId).collect(Collectors.toSet()));
    return new Found(seen, like.stream().sorted().flatMap(caseId -> hidden(caller, traits, caseId).stream()).toList());
  }

  /** Only by what this caller may see, so that nobody can feel for a number. */
  private static Optional<Match> match(Traits traits, Disclosure d) {
    var known = Traits.of(d.person(), d.shows(ConsentItem.NAME), d.shows(ConsentItem.CONTACT));
    return Likeness.between(traits, known).map(likeness -> Match.of(d.file(), likeness));
  }

  private Optional<Match> hidden(Caller caller, Traits traits, String caseId) {
    if (!(caseFiles.current(CaseAccess.stream(caseId)).state() instanceof CaseFile.Opened file)) return Optional.empty();
    if (!mayBeFeltFor(file.person()) || file.admissions().barred(caller.party())) return Optional.empty();
    return Likeness.between(traits, Traits.of(file.person())).filter(l -> l.likelihood() == Likeness.Likelihood.VERY_LIKELY)
        .map(likeness -> Match.of(file, likeness));
  }

  /** That somebody who hides is supported here at all must not be found out by trying names. */
  public static boolean mayBeFeltFor(Person person) {
    return person instanceof Person.Named && !person.addressHidden();
  }
}
