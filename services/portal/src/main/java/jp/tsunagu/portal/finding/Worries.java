package jp.tsunagu.portal.finding;

import java.util.List;

import jp.tsunagu.contracts.Worry;
import jp.tsunagu.runtime.http.Problem;

/** What only intake knows: what troubles whom. */
public interface Worries {
  /**
   * Of these cases those of somebody with this worry, as far as whoever asks may know; they are in the person's access log then.
   *
   * @param token of whoever asks
   * @throws Problem 503 if it cannot be asked
   */
  List<String> among(List<String> cases, Worry worry, String token);
}
