package jp.tsunagu.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as it presents itself.
 *
 * @param kind             what it does, in its own words
 * @param audience         whom for
 * @param modes            how it can be reached or how it helps: 電話, 来所, 訪問, …
 * @param anonymousOnly    it never asks who is calling, so it can neither be referred to nor hold a named person
 * @param acceptsReferrals 引き継ぎを受ける
 * @param addressPublic    false for a shelter: shown nowhere
 * @param partnerType      of a 協力団体; null for a member of the council, and as it was stored before there were partners
 */
public record Profile(String name, String kind, String audience, List<String> modes, boolean anonymousOnly, boolean acceptsReferrals,
    boolean addressPublic, @Nullable Id partnerType) {
  private static final int LINE = 100;

  public Profile {
    name = InvalidValue.line(name, LINE);
    kind = InvalidValue.line(kind, LINE);
    audience = InvalidValue.line(audience, LINE);
    modes = modes.stream().map(mode -> InvalidValue.line(mode, LINE)).distinct().toList();
    if (anonymousOnly && acceptsReferrals)
      throw new InvalidValue("anonymous-takes-no-referrals", "not both: a desk that knows no names takes nobody on by name");
    if (partnerType != null && acceptsReferrals)
      throw new InvalidValue("partner-takes-no-referrals", "not both: a partner sees no personal data");
  }

  /** Of a member of the council. */
  public Profile(String name, String kind, String audience, List<String> modes, boolean anonymousOnly, boolean acceptsReferrals,
      boolean addressPublic) {
    this(name, kind, audience, modes, anonymousOnly, acceptsReferrals, addressPublic, null);
  }
}
