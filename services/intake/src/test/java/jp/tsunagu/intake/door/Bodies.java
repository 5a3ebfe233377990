package jp.tsunagu.intake.door;

/** Requests of a desk, with values that stand out wherever they do not belong. */
final class Bodies {
  static final String[] MARKS = {"印付", "シルシツキ", "000-1234-5678", "00012345678", "marked.person", "印付町", "印の付いた", "1999-09-09", "さくら印"};
  static final String PERSON = """
      {"familyName": "印付", "givenName": "花子", "familyNameKana": "しるしつき", "givenNameKana": "ﾊﾅｺ", "birthDate": "1999-09-09", "phones": ["000-1234-5678"],
       "email": "marked.person@mail.example", "address": {"postcode": "〒803-0000", "text": "北九州市印付町九丁目"}, "language": "ja"}""";

  private Bodies() {}

  static String opening(String person) {
    return """
        {"person": %s, "worries": [{"kind": "TROUBLE_AT_WORK", "main": true}, {"kind": "DEBT"}], "story": "印の付いた話", "wishes": "印の付いた望み",
         "channel": "WALK_IN", "urgency": "NORMAL"}""".formatted(person);
  }

  static String consent(String recipient, String... items) {
    return """
        {"recipient": "%s", "purpose": "印の付いた目的", "items": ["%s"], "how": "READ_ALOUD", "givenOn": "2026-04-01", "language": "ja"}"""
        .formatted(recipient,
            String.join("\", \"", items));
  }
}
