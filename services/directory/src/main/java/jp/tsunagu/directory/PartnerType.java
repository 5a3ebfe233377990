package jp.tsunagu.directory;

/**
 * 協力団体の種別: 民生委員・児童委員, 町内会・自治会, 薬局, … A partner reports what it notices and sees no personal data.
 *
 * @param offered whether organisations are given it from now on; whoever has a retired one keeps it
 */
public record PartnerType(Id id, String nameJa, String nameEn, boolean offered) {
  private static final int LONGEST = 60;

  public PartnerType {
    nameJa = name(nameJa);
    nameEn = name(nameEn);
  }

  public static PartnerType offered(Id id, String nameJa, String nameEn) {
    return new PartnerType(id, nameJa, nameEn, true);
  }

  public static String name(String typed) {
    return InvalidValue.line(typed, LONGEST);
  }

  PartnerType retired() {
    return new PartnerType(id, nameJa, nameEn, false);
  }
}
