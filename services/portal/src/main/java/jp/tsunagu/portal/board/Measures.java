package jp.tsunagu.portal.board;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What only follow-up can count: what people answered about loneliness. */
public interface Measures {
  /**
   * @param asked    persons to whom the questions were put
   * @param answered of these, those with a score
   * @param twice    of these, those with two scores or more: all that follows is of them
   * @param first    sum of their first scores
   * @param last     sum of their last scores
   */
  record Change(long asked, long answered, long twice, long first, long last, long lower, long same, long higher) {}

  record Counts(Change direct, Change ucla3) {}

  /**
   * @param organisation whose workers asked; null for all
   * @return empty while it cannot be asked for
   */
  Optional<Counts> of(Period period, @Nullable String organisation);
}
