package jp.tsunagu.portal.rosters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a file's letters: UTF-8, with a mark in front or without, or Shift_JIS as Excel saves it in Japan. Nothing is guessed. */
final class Letters {
  private static final Charset OF_EXCEL = Charset.forName("windows-31j");
  private static final String MARK = "\uFEFF";

  private Letters() {}

  /** Empty for what is neither, such as a workbook. */
  static Optional<String> read(byte[] file) {
    return strictly(file, StandardCharsets.UTF_8).or(() -> strictly(file, OF_EXCEL))
        .map(text -> text.startsWith(MARK) ? text.substring(MARK.length()) : text).filter(Letters::isText);
  }

  private static Optional<String> strictly(byte[] file, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n');
  }
}
