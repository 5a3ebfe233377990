package jp.tsunagu.intake;

import static jp.tsunagu.contracts.ConsentItem.CONTACT;
import static jp.tsunagu.contracts.ConsentItem.HISTORY;
import static jp.tsunagu.contracts.ConsentItem.NAME;
import static jp.tsunagu.contracts.ConsentItem.SUMMARY;
import static jp.tsunagu.contracts.ConsentItem.WORRIES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jp.tsunagu.contracts.ConsentItem;

/**
 * A case file as one organisation sees it. NAME shows who the person is (name, kana, age, gender), CONTACT how to reach
 * them (numbers, e-mail, address), either of them the language; WORRIES the kinds; SUMMARY what the person wishes; HISTORY
 * the story in the person's own words, the longest and most delicate part.
 *
 * @param organisation that looks
 */
public record Disclosure(CaseFile.Opened file, Sight.Items sight, String organisation) {
  public String caseId() {
    return file.opening().caseId();
  }

  /** As known when this organisation may last have known it; callers show only what {@link #shows} allows. */
  public Person person() {
    return file.personAsOf(sight.until());
  }

  public boolean shows(ConsentItem item) {
    return sight.has(item);
  }

  /** A name, a pseudonym or 「匿名」; empty when the name may not be told. */
  public Optional<String> label() {
    if (!shows(NAME)) return Optional.empty();
    return Optional.of(switch (person()) {
      case Person.Named p -> p.familyName().value() + " " + p.givenName().value();
      case Person.Pseudonym p -> p.name().value();
      case Person.Anonymous p -> "匿名";
      case Person.Erased p -> "消去済み";
    });
  }

  /** The holder sees every consent, a recipient those given to it. */
  public List<CaseFile.Given> consents(boolean all) {
    return file.consents().values().stream().filter(c -> all || c.consent().recipient().equals(organisation)).toList();
  }

  /** What a consent is for, somebody wrote about the person: a recipient reads it for as long as it opens anything to them. */
  public boolean readsPurposeOf(CaseFile.Given given) {
    return given.stands() && !sight.items().isEmpty();
  }

  /** What a search may find this case by, for this organisation: nobody can feel for a number they may not see. */
  public Set<String> findableBy(BlindIndex index) {
    return switch (person()) {
      case Person.Named p -> index.named(p, shows(NAME), shows(CONTACT));
      case Person.Pseudonym p -> shows(NAME) ? index.keysOf(p) : Set.of();
      case Person.Anonymous p -> Set.of();
      case Person.Erased p -> Set.of();
    };
  }

  /** The fields of the person that are shown, for the access log. */
  public List<String> fields() {
    var person = switch (person()) {
      case Person.Named p -> Stream.of(shows(NAME) ? "name" : "", shows(CONTACT) ? "contact" : "");
      case Person.Pseudonym p -> Stream.of(shows(NAME) ? "pseudonym" : "");
      case Person.Anonymous p -> Stream.of("");
      case Person.Erased p -> Stream.of("");
    };
    var told = Stream.of(shows(WORRIES) ? "worries" : "", shows(SUMMARY) ? "wishes" : "", shows(HISTORY) ? "story" : "");
    return Stream.concat(person, told).filter(f -> !f.isEmpty()).toList();
  }
}
