package jp.tsunagu.portal.ledger;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to, by all of it at once; what is null narrows nothing. It goes by what the reader's own list shows of a
 * case: by anything else it would tell them what they may not see.
 *
 * @param code   the beginning of a case id
 * @param among  only these cases
 * @param holder the organisation that holds the case
 * @param with   an organisation on the other side of a referral
 * @param open   true for open cases, false for closed ones
 * @param opened when the case was opened
 * @param due    when the next step is due
 */
public record Filter(@Nullable String code, @Nullable List<String> among, @Nullable String holder, @Nullable String with,
    @Nullable Boolean open, Days opened, Days due) {
  public static final Filter NONE = new Filter(null, null, null, null, null, Days.ANY, Days.ANY);

  public Filter {
    among = among == null ? null : List.copyOf(among);
  }

  public Filter among(List<String> cases) {
    return new Filter(code, cases, holder, with, open, opened, due);
  }
}
