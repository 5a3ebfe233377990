package jp.tsunagu.intake.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.intake.CaseFile;
import jp.tsunagu.intake.Channel;
import jp.tsunagu.intake.Consent;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Relation;
import jp.tsunagu.intake.Sight;
import jp.tsunagu.intake.Standing;
import jp.tsunagu.intake.Worries;
import jp.tsunagu.intake.sight.CaseAccess;
import jp.tsunagu.runtime.vault.Seal;

/**
 * A case as shown to one organisation. What may not be told is absent and listed in {@code withheld}, with the reason.
 *
 * @param admissions  for the holder: whom it let in or keeps out, and who looked in
 * @param person      null when neither name nor contact may be told
 * @param addressHidden 住所秘匿, told to everybody who knows of the case: whoever acts on it has to know; absent otherwise
 * @param withheldWhy why anything is withheld; absent when nothing is
 */
record CaseBody(String caseId, Instant openedAt, Party openedBy, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable PersonBody person,
    @Nullable Boolean addressHidden,
    @Nullable List<Worries.Concern> worries, @Nullable String story, @Nullable String wishes, Channel channel, Urgency urgency,
    List<ConsentBody> consents, @Nullable AdmissionsBody admissions, Collection<ConsentItem> withheld, Sight.@Nullable Why withheldWhy,
    long version) {

  record ConsentBody(String consentId, String recipient, @Nullable String purpose, Collection<ConsentItem> items, Consent.How how,
      LocalDate givenOn,
      String language, @Nullable Instant withdrawnAt, @Nullable Relation givenByGuardian) {
    /** @param words whether its purpose, which somebody wrote about the person, is the reader's business */
    static ConsentBody of(CaseFile.Given given, Seal seal, boolean words) {
      Consent c = given.consent();
      return new ConsentBody(c.consentId(), c.recipient(), words ? seal.read(c.purpose()) : null, c.items(), c.how(), c.givenOn(),
          c.language().tag(),
          given.withdrawnAt(), c.givenBy());
    }

    @Override
    public String toString() {
      return "ConsentBody[…]";
    }
  }

  static CaseBody of(CaseAccess.Seen seen, Seal seal) {
    Disclosure d = seen.disclosure();
    boolean holds = seen.standing() == Standing.HOLDER;
    var opening = d.file().opening();
    var withheld = EnumSet.complementOf(copy(d.sight().items()));
    return new CaseBody(opening.caseId(), opening.at(), opening.by(), PersonBody.of(d), d.file().person().addressHidden() ? true : null,
        d.shows(ConsentItem.WORRIES) ? opening.worries().all() : null, d.shows(ConsentItem.HISTORY) ? seal.read(opening.story()) : null,
        d.shows(ConsentItem.SUMMARY) ? seal.read(opening.wishes()) : null, opening.channel(), opening.urgency(),
        d.consents(holds).stream().map(c -> ConsentBody.of(c, seal, holds || d.readsPurposeOf(c))).toList(),
        holds ? AdmissionsBody.of(d.file().admissions(), seal) : null, withheld,
        withheld.isEmpty() ? null : d.sight().why(), seen.version());
  }

  private static EnumSet<ConsentItem> copy(Collection<ConsentItem> items) {
    var copy = EnumSet.noneOf(ConsentItem.class);
    copy.addAll(items);
    return copy;
  }

  @Override
  public String toString() {
    return "CaseBody[…]";
  }
}
