package jp.tsunagu.portal.rebuild;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jp.tsunagu.contracts.CaseParties;
import jp.tsunagu.portal.ledger.Ledger;

/**
 * Whether two ledgers say the same. The streams of a case arrive side by side, so what stands in the order of arrival may stand in
 * another one: happenings of one instant, organisations, who is the face of what, check-ins that two services told of.
 */
final class Alike {
  private Alike() {}

  static boolean are(Ledger one, Ledger other) {
    return one.caseId().equals(other.caseId()) && parties(one.parties()).equals(parties(other.parties()))
        && one.custody().equals(other.custody()) && one.referrals().equals(other.referrals()) && one.steps().equals(other.steps())
        && one.deadlines().equals(other.deadlines()) && set(one.checkIns().all()).equals(set(other.checkIns().all()))
        && one.consents().equals(other.consents()) && one.caution().equals(other.caution()) && one.origin().equals(other.origin())
        && one.progress().equals(other.progress())
        && sorted(one.timeline().all()).equals(sorted(other.timeline().all()));
  }

  private static List<Object> parties(CaseParties p) {
    List<Object> parts = new ArrayList<>();
    parts.add(Objects.requireNonNullElse(p.holder(), ""));
    for (List<?> part : List.of(p.organisations(), p.barred(), p.meetings(), p.faces())) parts.add(set(part));
    return parts;
  }

  private static Set<?> set(List<?> list) {
    return new HashSet<>(list);
  }

  private static List<?> sorted(List<?> list) {
    return list.stream().sorted(Comparator.comparing(Object::toString)).toList();
  }
}
