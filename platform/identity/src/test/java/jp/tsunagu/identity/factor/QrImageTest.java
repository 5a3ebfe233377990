package jp.tsunagu.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

import org.junit.jupiter.api.Test;

class QrImageTest {
  private static final int SCALE = 6;

  @Test
  void isReadByACamera() throws Exception {
    String text = "otpauth://totp/Tsunagu%3Aorg05-m?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tsunagu";
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new GlobalHistogramBinarizer(seen(QrImage.of(text))))).getText()).isEqualTo(text);
  }

  /** The picture as a camera has it: dark where the path says so. */
  private static LuminanceSource seen(String svg) {
    var size = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
    assertThat(size.find()).isTrue();
    int side = Integer.parseInt(size.group(1)) * SCALE;
    byte[] light = new byte[side * side];
    java.util.Arrays.fill(light, (byte) 255);
    var dots = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
    while (dots.find()) darken(light, side, Integer.parseInt(dots.group(1)) * SCALE, Integer.parseInt(dots.group(2)) * SCALE);
    return new Seen(light, side);
  }

  private static void darken(byte[] light, int side, int left, int top) {
    for (int y = top; y < top + SCALE; y++) for (int x = left; x < left + SCALE; x++) light[y * side + x] = 0;
  }

  private static final class Seen extends LuminanceSource {
    private final byte[] light;

    Seen(byte[] light, int side) {
      super(side, side);
      this.light = light;
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
      return java.util.Arrays.copyOfRange(light, y * getWidth(), (y + 1) * getWidth());
    }

    @Override
    public byte[] getMatrix() {
      return light;
    }
  }
}
