package jp.tsunagu.identity.factor;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** A picture for a phone's camera, as SVG: sharp at any size, and nothing in it can run. */
final class QrImage {
  private static final int MARGIN = 4;

  private QrImage() {
  }

  static String of(String text) {
    BitMatrix dots = dots(text);
    var path = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y++)
      for (int x = 0; x < dots.getWidth(); x++)
        if (dots.get(x, y)) path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\" shape-rendering=\"crispEdges\">".formatted(dots.getWidth())
        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>";
  }

  private static BitMatrix dots(String text) {
    try {
      return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException("no picture for this text", e);
    }
  }
}
