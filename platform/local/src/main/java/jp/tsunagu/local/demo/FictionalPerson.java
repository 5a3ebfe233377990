package jp.tsunagu.local.demo;

import java.util.List;
import java.util.Map;

/** Nobody: names that say so, postcode 803-0000, numbers that cannot be dialled, addresses under {@code .example}. */
record FictionalPerson(String family, String given, String familyKana, String givenKana, String birthDate, String mail) {
  Map<String, ?> form(int number) {
    return Map.of("familyName", family, "givenName", given, "familyNameKana", familyKana, "givenNameKana", givenKana, "birthDate",
        birthDate,
        "phones", List.of("000-0000-%04d".formatted(number)), "email", mail + "@demo.example", "address",
        Map.of("postcode", "803-0000", "text", "北九州市見本区例示町%d丁目".formatted(number)), "language", "ja");
  }
}
