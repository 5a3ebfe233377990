package jp.tsunagu.portal.rosters;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import jp.tsunagu.runtime.http.Problem;

/** A file that was rehearsed, as the page keeps it, so that it is this one that is carried out and nobody has to choose it again. */
public final class Kept {
  /** No list of a thousand lines is larger. */
  public static final int LARGEST = 420_000;

  private Kept() {}

  public static String of(byte[] file) {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
  }

  /** @throws Problem 400 if it is not what a page kept */
  public static byte[] file(String kept) {
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(kept)))) {
      byte[] file = unpacking.readNBytes(LARGEST + 1);
      if (file.length > LARGEST) throw malformed();
      return file;
    } catch (IOException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Problem malformed() {
    return Problem.malformed("file", "not-kept", "This is not a file that a page kept.");
  }
}
