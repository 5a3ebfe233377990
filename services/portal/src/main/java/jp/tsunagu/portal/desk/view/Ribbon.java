package jp.tsunagu.portal.desk.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.portal.ledger.Custody;

/** The custody spans, drawn in order and without a hole; a longer span is wider, but none too narrow to read. */
public record Ribbon(List<Piece> pieces) {
  private static final int WIDEST = 12;
  private static final int TONES = 6;

  /**
   * @param weight 2 to 12, how wide
   * @param tone   1 to 6, the same for the same organisation
   */
  public record Piece(int number, String organisation, String worker, Instant from, @Nullable Instant to, int weight, int tone) {
    public boolean current() {
      return to == null;
    }
  }

  public static Ribbon of(Custody custody, Instant now) {
    List<String> organisations = custody.spans().stream().map(Custody.Span::organisation).distinct().toList();
    Duration longest = custody.spans().stream().map(s -> length(s, now)).max(Duration::compareTo).orElse(Duration.ZERO);
    List<Piece> pieces = new ArrayList<>();
    for (Custody.Span s : custody.spans())
      pieces.add(new Piece(pieces.size() + 1, s.organisation(), s.worker(), s.from(), s.to(), weight(length(s, now), longest),
          organisations.indexOf(s.organisation()) % TONES + 1));
    return new Ribbon(List.copyOf(pieces));
  }

  private static Duration length(Custody.Span span, Instant now) {
    Instant to = span.to() == null ? now : span.to();
    return to.isBefore(span.from()) ? Duration.ZERO : Duration.between(span.from(), to);
  }

  private static int weight(Duration length, Duration longest) {
    return longest.isZero() ? WIDEST : (int) Math.max(2, WIDEST * length.toMillis() / longest.toMillis());
  }
}
