package jp.tsunagu.referral;

/**
 * How worker and person met: {@code VISIT}, {@code OFFICE}, {@code ACCOMPANIED}, {@code PHONE}, {@code ONLINE} … An open list,
 * since organisations differ, but a code and no sentence: it is published.
 */
public record ContactWay(String code) {
  public boolean wellFormed() {
    return code.matches("[A-Z][A-Z0-9_]{1,29}");
  }
}
