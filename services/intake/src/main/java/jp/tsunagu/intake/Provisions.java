package jp.tsunagu.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** 第三者提供の記録 of one person, drawn together from what tells of it. */
public final class Provisions {
  private Provisions() {}

  /** Everything anybody outside was told of the person, oldest first. */
  public static List<Provision> of(CaseFile.Opened file, Participants known) {
    Stream<Provision> later = file.consents().values().stream().flatMap(given -> opened(given, known));
    return Stream.of(known.provisions().stream(), file.admissions().provisions().stream(), later).flatMap(s -> s)
        .sorted(Comparator.comparing(Provision::at)).toList();
  }

  /**
   * A consent tells nobody anything by itself. It does from the moment on in which its recipient has a part in the case, by another
   * consent or on another basis; by a referral that rests on it that is told of anyway.
   */
  private static Stream<Provision> opened(CaseFile.Given given, Participants known) {
    String consentId = given.consent().consentId();
    List<Provision> asked = known.provisions().stream().filter(p -> p.toOrganisation().equals(given.consent().recipient())).toList();
    return asked.stream().flatMap(p -> known.overlap(p, given.at()).stream()).distinct()
        .filter(at -> given.withdrawnAt() == null || at.isBefore(given.withdrawnAt()))
        .filter(at -> asked.stream().noneMatch(p -> consentId.equals(p.consentId()) && !p.at().isAfter(at)))
        .map(at -> Provision.by(given, at, asked.getFirst().from()));
  }
}
