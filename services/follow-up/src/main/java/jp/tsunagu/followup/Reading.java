package jp.tsunagu.followup;

import java.util.Arrays;

/** Who reads what a check-in found, in words. What no rule grants is not shown. {@code says} is what the page of the documentation says. */
public enum Reading {
  OPENED("The organisation that opened the case reads what every check-in found while it holds the case.",
      (circle, organisation, checkIn) -> circle.heldBy(organisation) && circle.openedBy(organisation)),

  ASKED("Everybody else, also who holds it by a referral, reads what their own organisation's check-ins found.",
      (circle, organisation, checkIn) -> checkIn.owner().organisation().equals(organisation));

  /** Comes before every rule. */
  public static final String BARRED = "A worker who is barred from a case does not learn that it exists, whatever their organisation is to it.";
  /** The same for those who only meet on it. */
  public static final String CIRCLE = "Dates and check-ins exist for organisations that hold the case, held it or have a referral on it; they are no matter of a support meeting.";

  private interface Grants {
    boolean to(Circle circle, String organisation, CheckIn checkIn);
  }

  private final String says;
  private final Grants grants;

  Reading(String says, Grants grants) {
    this.says = says;
    this.grants = grants;
  }

  public String says() {
    return says;
  }

  public static boolean allows(Circle circle, String organisation, CheckIn checkIn) {
    return Arrays.stream(values()).anyMatch(rule -> rule.grants.to(circle, organisation, checkIn));
  }
}
