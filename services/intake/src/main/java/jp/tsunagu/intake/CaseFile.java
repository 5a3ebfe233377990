package jp.tsunagu.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jp.tsunagu.contracts.Party;

import org.jspecify.annotations.Nullable;

/**
 * 相談: what is known of one person's case. It is opened at some desk, the person becomes better known (or stays anonymous),
 * agrees to share, and takes that back. It does not end: who holds the case and whether it is closed is the journey's life.
 */
public sealed interface CaseFile {
  record Unopened() implements CaseFile {}

  /**
   * @param persons  every state of the person that was recorded, oldest first: an organisation that held the case once knows
   *                 the person as of then
   * @param consents by id, in the order given
   * @param linked   other cases of the same person
   */
  record Opened(Opening opening, List<Recorded> persons, Map<String, Given> consents, Links linked,
      Admissions admissions) implements CaseFile {
    public Opened {
      persons = List.copyOf(persons);
      consents = Collections.unmodifiableMap(new LinkedHashMap<>(consents));
    }

    public Opened(Opening opening, List<Recorded> persons, Map<String, Given> consents) {
      this(opening, persons, consents, Links.NONE, Admissions.none());
    }

    /** Other cases of the same person. */
    public Set<String> links() {
      return linked.now();
    }

    public Person person() {
      return persons.isEmpty() ? new Person.Anonymous() : persons.getLast().person();
    }

    /** @param until null for now */
    public Person personAsOf(@Nullable Instant until) {
      if (until == null || erased()) return person();
      Person known = new Person.Anonymous();
      for (Recorded recorded : persons) if (!recorded.at().isAfter(until)) known = recorded.person();
      return known;
    }

    public boolean erased() {
      return person() instanceof Person.Erased;
    }

    /** Whether it was this organisation that last wrote down who the person is. */
    boolean recordedBy(String organisation) {
      return !persons.isEmpty() && persons.getLast().by().organisation().equals(organisation);
    }

    /** Nobody is known any more, as of any time. */
    Opened withoutPerson(Party by, Instant at) {
      return new Opened(opening, List.of(new Recorded(new Person.Erased(), by, at)), consents, linked, admissions);
    }

    Opened with(Recorded person) {
      var more = new ArrayList<>(persons);
      more.add(person);
      return new Opened(opening, more, consents, linked, admissions);
    }

    Opened with(Given consent) {
      var more = new LinkedHashMap<>(consents);
      more.put(consent.consent().consentId(), consent);
      return new Opened(opening, persons, more, linked, admissions);
    }

    Opened with(Admissions changed) {
      return new Opened(opening, persons, consents, linked, changed);
    }

    Opened linkedWith(String otherCaseId) {
      return new Opened(opening, persons, consents, linked.with(otherCaseId), admissions);
    }

    Opened unlinkedFrom(String otherCaseId, Instant at) {
      return new Opened(opening, persons, consents, linked.without(otherCaseId, at), admissions);
    }
  }

  /** @param parted when a link was last taken back, by the other case */
  record Links(Set<String> now, Map<String, Instant> parted) {
    static final Links NONE = new Links(Set.of(), Map.of());

    public Links {
      now = Set.copyOf(now);
      parted = Map.copyOf(parted);
    }

    Links with(String otherCaseId) {
      var more = new HashSet<>(now);
      more.add(otherCaseId);
      return new Links(more, parted);
    }

    Links without(String otherCaseId, Instant at) {
      var fewer = new HashSet<>(now);
      fewer.remove(otherCaseId);
      var more = new HashMap<>(parted);
      more.put(otherCaseId, at);
      return new Links(fewer, more);
    }
  }

  record Recorded(Person person, Party by, Instant at) {}

  /**
   * @param at          when it was recorded, by whom
   * @param withdrawnAt null while it stands
   */
  record Given(Consent consent, Party by, Instant at, @Nullable Instant withdrawnAt) {
    Given withdrawn(Instant when) {
      return new Given(consent, by, at, when);
    }

    public boolean stands() {
      return withdrawnAt == null;
    }
  }
}
