package jp.tsunagu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import jp.tsunagu.runtime.journal.StoredJson;
import jp.tsunagu.testing.DeciderSpec;
import tools.jackson.databind.node.ObjectNode;

/** An implicated guardian never gets access, by whatever way. */
class FamilyTest {
  private static final Phone FATHERS = new Phone("000-1111-2222");
  private static final Family.Guardian FATHER = new Family.Guardian(new Name("印付 一郎"), Relation.FATHER, true, FATHERS);
  private static final Family.Guardian AUNT = new Family.Guardian(new Name("例示 恵"), Relation.RELATIVE, false, null);
  private static final Family BOTH = new Family(List.of(AUNT, FATHER), List.of(), null);

  private static void refused(ThrowingCallable value, String field, String code) {
    assertThatThrownBy(value).isInstanceOf(InvalidValue.class).extracting(e -> ((InvalidValue) e).field(), e -> ((InvalidValue) e).code())
        .containsExactly(field, code);
  }

  private static Person.Named withFamily(Contact contact, Family family) {
    return new Person.Named(new Name("印付"), new Name("花子"), null, null, null, AgeBand.TEENS, null, contact, Language.JAPANESE, family);
  }

  @Nested
  class AFamily {
    @Test
    void hasFourGuardiansAtMost() {
      refused(() -> new Family(Collections.nCopies(5, AUNT), List.of(), null), "guardians", "too-many");
      refused(() -> new Family(List.of(), Collections.nCopies(9, new Family.Other(Relation.SON, null)), null), "others", "too-many");
    }

    @Test
    void hasNoGuardianWhoIsAChild() {
      refused(() -> new Family.Guardian(new Name("例示"), Relation.SON, false, null), "relation", "unknown-code");
    }

    @Test
    void isNotSpokenForByAnImplicatedGuardian() {
      refused(() -> new Family(List.of(FATHER), List.of(), new Family.Visitor(new Name("別名"), Relation.FATHER)), "visitor",
          "guardian-implicated");
      refused(() -> new Family(List.of(FATHER), List.of(), new Family.Visitor(new Name("印付　一郎"), Relation.OTHER)), "visitor",
          "guardian-implicated");
    }

    @Test
    void isSpokenForByAnybodyElse() {
      var aunt = new Family.Visitor(new Name("例示 恵"), Relation.RELATIVE);
      assertThat(new Family(List.of(AUNT, FATHER), List.of(), aunt).visitor()).isEqualTo(aunt);
    }

    @Test
    void isNotNamedInALog() {
      assertThat(List.of(BOTH, FATHER, new Family.Visitor(new Name("印付"), Relation.OTHER)).toString()).doesNotContain("印付", "例示", "1111");
    }
  }

  @Test
  void isNoneOfAPersonWhoWasRecordedBeforeThereWereFamilies() {
    var stored = StoredJson.mapper().<ObjectNode>valueToTree(Sample.named());
    assertThat(stored.remove("family")).isNotNull();
    assertThat(StoredJson.mapper().treeToValue(stored, Person.Named.class)).isEqualTo(Sample.named());
  }

  @Test
  void keepsNoNumberThatRingsAtAnImplicatedGuardian() {
    var reached = new Contact(List.of(new Phone("000-9999-0000"), new Phone("00011112222")), null, null);
    refused(() -> withFamily(reached, BOTH), "phones[1]", "guardian-implicated");
    assertThat(withFamily(new Contact(List.of(new Phone("000-9999-0000")), null, null), BOTH).family()).isEqualTo(BOTH);
  }

  @Nested
  class AnEdit {
    private static final Family.Other SIBLING = new Family.Other(Relation.SIBLING, AgeBand.UNDER_10);
    private static final Family.Visitor AUNT_CAME = new Family.Visitor(new Name("例示 恵"), Relation.RELATIVE);
    private static final Family WHOLE = new Family(List.of(AUNT, FATHER), List.of(SIBLING), AUNT_CAME);
    private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> minor = DeciderSpec
        .of(new CaseFileDecider(new BlindIndex(new byte[32])))
        .given(new CaseFileEvent.Opened(Sample.opening()), recorded(WHOLE));

    private static CaseFileEvent recorded(Family family) {
      return new CaseFileEvent.PersonRecorded(withFamily(Contact.NONE, family), Sample.DESK, Sample.NOW);
    }

    private static CaseFileCommand edit(Person person, Family.Said said, boolean story) {
      return new CaseFileCommand.RecordPerson(person, said, new CaseFileCommand.Unseen(false, !story), true, Standing.HOLDER, Sample.DESK,
          Sample.NOW);
    }

    private static CaseFileCommand edit(Family family, boolean guardians, boolean others, boolean visitor) {
      return edit(withFamily(Contact.NONE, family), new Family.Said(guardians, others, visitor), true);
    }

    @Test
    void leavesWhomItSaysNothingOf() {
      minor.when(edit(Family.NONE, false, false, false)).thenNothing();
      var neighbour = new Family.Visitor(new Name("隣 太郎"), Relation.OTHER);
      minor.when(edit(new Family(List.of(), List.of(), neighbour), false, false, true))
          .then(recorded(new Family(List.of(AUNT, FATHER), List.of(SIBLING), neighbour)));
      minor.when(edit(new Family(List.of(FATHER), List.of(), null), true, false, false))
          .then(recorded(new Family(List.of(FATHER), List.of(SIBLING), AUNT_CAME)));
    }

    @Test
    void removesThoseItSaysAreNotThere() {
      minor.when(edit(Family.NONE, false, true, false)).then(recorded(new Family(List.of(AUNT, FATHER), List.of(), AUNT_CAME)));
      minor.when(edit(Family.NONE, true, true, true)).then(recorded(Family.NONE));
    }

    @Test
    void doesNotReplaceWhomTheWriterIsNotShown() {
      var said = new Family.Said(true, true, true);
      minor.when(edit(withFamily(Contact.NONE, BOTH), said, false)).thenNothing();
      minor.when(edit(withFamily(Contact.NONE, new Family(List.of(FATHER), List.of(), null)), said, false))
          .then(recorded(new Family(List.of(FATHER), List.of(SIBLING), AUNT_CAME)));
    }

    @Test
    void takesNoNumberOfAGuardianItDoesNotMention() {
      var reached = new Contact(List.of(new Phone("000-9999-0000"), FATHERS), null, null);
      minor.when(edit(withFamily(reached, Family.NONE), Family.Said.NOTHING, true)).refuses("INVALID guardian-implicated phones[1]");
    }

    @Test
    void takesNoGuardianWhoIsNotToldFromWhoeverCame() {
      var untold = new Family.Guardian(new Name("例示 恵"), Relation.RELATIVE, true, null);
      minor.when(edit(new Family(List.of(untold), List.of(), null), true, false, false)).refuses("INVALID guardian-implicated visitor");
    }

    @Test
    void forgetsNoImplicatedGuardianByAPseudonym() {
      var pseudonym = new Person.Pseudonym(new Name("さくら"));
      minor.when(edit(pseudonym, Family.Said.NOTHING, true)).refuses("CONFLICT implicated-guardian-kept");
      minor.and(edit(new Family(List.of(AUNT), List.of(), null), true, false, false)).when(edit(pseudonym, Family.Said.NOTHING, true))
          .then(new CaseFileEvent.PersonRecorded(pseudonym, Sample.DESK, Sample.NOW));
    }
  }

  @Nested
  class AGuardianOfThen {
    private static Family.Guardian father(String name, boolean implicated) {
      return new Family.Guardian(new Name(name), Relation.FATHER, implicated, FATHERS);
    }

    @Test
    void isMarkedAndNotReachedOnceTheyAreNotToBeTold() {
      for (String then : List.of("印付一郎", "一郎"))
        assertThat(father(then, false).markedAs(BOTH)).isEqualTo(new Family.Guardian(new Name(then), Relation.FATHER, true, null));
      assertThat(new Family.Guardian(new Name("例示 恵"), Relation.RELATIVE, false, FATHERS).markedAs(BOTH)).isEqualTo(AUNT);
    }

    @Test
    void staysAsTheyWereWhereNothingElseIsKnown() {
      assertThat(AUNT.markedAs(BOTH)).isEqualTo(AUNT);
      assertThat(father("一郎", true).markedAs(Family.NONE).implicated()).isTrue();
      assertThat(father("一郎", true).markedAs(new Family(List.of(father("一郎", false)), List.of(), null)).implicated()).isFalse();
    }
  }

  @Nested
  class AConsentOnBehalf {
    private final DeciderSpec<CaseFileCommand, CaseFileEvent, CaseFile> minor = DeciderSpec
        .of(new CaseFileDecider(new BlindIndex(new byte[32])))
        .given(new CaseFileEvent.Opened(Sample.opening()),
            new CaseFileEvent.PersonRecorded(withFamily(Contact.NONE, BOTH), Sample.DESK, Sample.NOW));

    private CaseFileCommand givenBy(int guardian) {
      return new CaseFileCommand.GiveConsent(Sample.consent("org15"), true, Standing.HOLDER, Sample.DESK, Sample.NOW, guardian);
    }

    @Test
    void isRecordedWithWhatTheGuardianIsToThePerson() {
      minor.when(givenBy(0))
          .then(new CaseFileEvent.ConsentGiven(Sample.consent("org15").onBehalfBy(Relation.RELATIVE), Sample.DESK, Sample.NOW));
    }

    @Test
    void isRefusedFromAnImplicatedGuardian() {
      minor.when(givenBy(1)).refuses("INVALID guardian-implicated guardian");
    }

    @Test
    void needsAGuardianOfThisPerson() {
      minor.when(givenBy(2)).refuses("INVALID unknown-guardian guardian");
      minor.when(givenBy(-1)).refuses("INVALID unknown-guardian guardian");
    }
  }
}
