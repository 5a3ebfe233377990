package jp.tsunagu.portal.desk.view;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Programme;

/**
 * An organisation that offers something for a need.
 *
 * @param met   its workers whom the reader has met, ids
 * @param usual how long its answers usually take; null where too few are known to say
 */
public record Fitting(String organisation, List<Programme> programmes, List<String> met, @Nullable Duration usual) {
  /** Where there is room first; of these, where somebody is known. */
  public static final Comparator<Fitting> BEST_FIRST = Comparator.comparing(Fitting::room).thenComparing(f -> f.met().isEmpty())
      .thenComparing(Fitting::organisation);

  public Fitting {
    programmes = programmes.stream().sorted(Comparator.comparing(Programme::capacity)).toList();
    met = List.copyOf(met);
  }

  private Programme.Capacity room() {
    return programmes.getFirst().capacity();
  }
}
