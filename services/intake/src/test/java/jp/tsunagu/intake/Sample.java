package jp.tsunagu.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;

/** A fictional person with values that stand out wherever they do not belong. */
public final class Sample {
  public static final Instant NOW = Instant.parse("2026-04-01T03:00:00Z");
  public static final Party DESK = new Party("org05", "org05-1");
  static final String FAMILY = "印付";
  static final String PHONE = "000-1234-5678";
  static final String EMAIL = "marked.person@mail.example";
  static final String STREET = "北九州市印付町九丁目";
  static final String STORY = "印の付いた話";
  static final String[] MARKS = {FAMILY, "シルシツキ", PHONE, EMAIL, STREET, STORY, "印の付いた望み", "印の付いた目的", "1999"};

  private Sample() {}

  static Person.Named named() {
    return new Person.Named(new Name(FAMILY), new Name("花子"), new Kana("シルシツキ"), new Kana("ハナコ"), LocalDate.of(1999, 9, 9), null,
        Gender.FEMALE,
        new Contact(List.of(new Phone(PHONE)), new Email(EMAIL), new Address(new Postcode("803-0000"), new Address.Line(STREET))),
        Language.JAPANESE);
  }

  static Opening opening() {
    return new Opening("c-1", DESK, NOW, Worries.of(new Worries.Concern(Worry.TROUBLE_AT_WORK, true)), OwnWords.of(STORY),
        OwnWords.of("印の付いた望み"), Channel.WALK_IN, Urgency.NORMAL);
  }

  public static Consent consent(String recipient, ConsentItem... items) {
    return new Consent("k-" + recipient, recipient, OwnWords.of("印の付いた目的"), items.length == 0 ? Set.of(ConsentItem.NAME) : Set.of(items),
        Consent.How.WRITTEN, LocalDate.of(2026, 4, 1), Language.JAPANESE);
  }

  static CaseFile.Opened opened() {
    return new CaseFile.Opened(opening(), List.of(new CaseFile.Recorded(named(), DESK, NOW)),
        Map.of("k-org15", given(consent("org15"))), CaseFile.Links.NONE, Admissions.none());
  }

  /** What an organisation's first worker sees, who supports people. */
  public static Sight sight(Participants known, String organisation, List<CaseFile.Given> consents) {
    var file = new CaseFile.Opened(opening(), List.of(new CaseFile.Recorded(named(), DESK, NOW)),
        consents.stream().collect(Collectors.toMap(c -> c.consent().consentId(), c -> c)), CaseFile.Links.NONE, Admissions.none());
    return SightPolicy.of(new SightPolicy.Look(new Party(organisation, organisation + "-1"), true, known, file, NOW, (who, face) -> true));
  }

  public static CaseFile.Given given(Consent consent) {
    return new CaseFile.Given(consent, DESK, NOW, null);
  }

  public static CaseFile.Given withdrawn(Consent consent, Instant at) {
    return new CaseFile.Given(consent, DESK, NOW, at);
  }
}
