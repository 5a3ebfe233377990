package jp.tsunagu.intake.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.intake.AgeBand;
import jp.tsunagu.intake.Family;
import jp.tsunagu.intake.Name;
import jp.tsunagu.intake.Phone;
import jp.tsunagu.intake.Relation;

/**
 * The people around a person as typed, among the person's fields: {@code guardians}, {@code others}, {@code visitor}. What is left out
 * stays as it was recorded; an empty list, or an empty {@code visitor}, says that there is nobody.
 */
record FamilyForm(@Nullable List<@Nullable GuardianForm> guardians, @Nullable List<@Nullable OtherForm> others,
    @Nullable VisitorForm visitor) {
  record GuardianForm(@Nullable String name, @Nullable String relation, @Nullable Boolean implicated, @Nullable String phone) {
    Family.@Nullable Guardian read(Fields fields, String path) {
      Name called = fields.required(path + ".name", name, Name::new);
      Relation as = fields.required(path + ".relation", relation, Fields.code(Relation.class));
      Boolean untold = fields.required(path + ".implicated", implicated, i -> i);
      Phone number = fields.optional(path + ".phone", phone, Phone::new);
      if (called == null || as == null || untold == null) return null;
      return fields.whole(path, () -> new Family.Guardian(called, as, untold, number));
    }

    @Override
    public String toString() {
      return "GuardianForm[…]";
    }
  }

  record OtherForm(@Nullable String relation, @Nullable Boolean withoutConsent, @Nullable String ageBand) {
    Family.@Nullable Other read(Fields fields, String path) {
      Relation as = fields.required(path + ".relation", relation, Fields.code(Relation.class));
      if (!Boolean.TRUE.equals(withoutConsent))
        fields.note(path + ".withoutConsent", "must-be-true", "who has agreed is a person with a case of their own");
      AgeBand age = fields.optional(path + ".ageBand", ageBand, Fields.code(AgeBand.class));
      return as == null ? null : new Family.Other(as, age);
    }
  }

  record VisitorForm(@Nullable String name, @Nullable String relation) {
    Family.@Nullable Visitor read(Fields fields, String path) {
      if (name == null && relation == null) return null;
      Name called = fields.required(path + ".name", name, Name::new);
      Relation as = fields.required(path + ".relation", relation, Fields.code(Relation.class));
      return called == null || as == null ? null : new Family.Visitor(called, as);
    }

    @Override
    public String toString() {
      return "VisitorForm[…]";
    }
  }

  /** @param path of the person in the request */
  @Nullable
  Family read(Fields fields, String path) {
    List<@Nullable GuardianForm> typed = guardians == null ? List.of() : guardians;
    List<@Nullable OtherForm> more = others == null ? List.of() : others;
    List<Family.Guardian> told = fields.each(typed, i -> {
      String at = Fields.join(path, "guardians[" + i + "]");
      GuardianForm one = fields.required(at, typed.get(i), g -> g);
      return one == null ? null : one.read(fields, at);
    });
    List<Family.Other> untold = fields.each(more, i -> {
      String at = Fields.join(path, "others[" + i + "]");
      OtherForm one = fields.required(at, more.get(i), o -> o);
      return one == null ? null : one.read(fields, at);
    });
    Family.Visitor came = visitor == null ? null : visitor.read(fields, Fields.join(path, "visitor"));
    return told == null || untold == null ? null : fields.whole(path, () -> new Family(told, untold, came));
  }

  @Override
  public String toString() {
    return "FamilyForm[…]";
  }
}
