package jp.tsunagu.intake.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.intake.AgeBand;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.Family;
import jp.tsunagu.intake.Phone;
import jp.tsunagu.intake.Relation;

/**
 * The people around a person. That a guardian is not to be told is shown to everybody who can reach the person, with or without
 * the guardian's name; of the others only to those who know the person's whole story. Who knows the person as of then learns at once
 * of a guardian who is no longer to be told.
 */
record FamilyBody(@Nullable List<GuardianBody> guardians, @Nullable List<OtherBody> others, @Nullable VisitorBody visitor) {
  record GuardianBody(@Nullable String name, Relation relation, boolean implicated, @Nullable String phone) {
    static GuardianBody of(Family.Guardian g, boolean name, boolean contact) {
      Phone phone = g.phone();
      return new GuardianBody(name ? g.name().value() : null, g.relation(), g.implicated(),
          contact && phone != null ? phone.number() : null);
    }

    @Override
    public String toString() {
      return "GuardianBody[…]";
    }
  }

  record OtherBody(Relation relation, boolean withoutConsent, @Nullable AgeBand ageBand) {}

  record VisitorBody(String name, Relation relation) {
    @Override
    public String toString() {
      return "VisitorBody[…]";
    }
  }

  static FamilyBody of(Family family, Disclosure d) {
    boolean everything = d.shows(ConsentItem.HISTORY);
    var guardians = family.guardians().stream()
        .map(g -> d.sight().until() == null ? g : g.markedAs(d.file().person().family()))
        .map(g -> GuardianBody.of(g, d.shows(ConsentItem.NAME), d.shows(ConsentItem.CONTACT))).toList();
    var others = everything
        ? family.others().stream().map(o -> new OtherBody(o.relation(), true, o.ageBand())).toList()
        : List.<OtherBody>of();
    var came = everything ? family.visitor() : null;
    return new FamilyBody(guardians.isEmpty() ? null : guardians, others.isEmpty() ? null : others,
        came == null ? null : new VisitorBody(came.name().value(), came.relation()));
  }

  @Override
  public String toString() {
    return "FamilyBody[…]";
  }
}
