package jp.tsunagu.intake;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * 住所秘匿 and what goes with it: what somebody who must not be found asks of everyone who knows of them.
 *
 * @param addressHidden  no address is kept; null where it was not said, which changes nothing
 * @param contactThrough the only organisation through which the person is reached, such as a shelter; empty where it was said that
 *                       there is none, null where it was not said
 */
public record Discretion(@Nullable Boolean addressHidden, @Nullable String contactThrough) {
  public Discretion {
    if (contactThrough != null && !contactThrough.isEmpty() && contactThrough.isBlank())
      throw new InvalidValue("contactThrough", "blank", "an organisation");
  }

  public boolean hides() {
    return Boolean.TRUE.equals(addressHidden);
  }

  /** The organisation that stands between, if there is one. */
  public Optional<String> between() {
    return Optional.ofNullable(contactThrough).filter(o -> !o.isEmpty());
  }

  /** Says that somebody hides, which a log must not lose, and not with whom they stay in touch. */
  @Override
  public String toString() {
    return hides() ? "Discretion[address hidden]" : "Discretion[…]";
  }

  /** The first thing that would betray the person, if any was given. */
  static Optional<InvalidValue> forbids(@Nullable Discretion asked, List<Phone> phones, @Nullable Email email, @Nullable Address address) {
    if (asked == null) return Optional.empty();
    if (asked.hides() && address != null)
      return Optional.of(new InvalidValue("address", "address-hidden", "no address of a person whose address is hidden"));
    if (asked.between().isEmpty()) return Optional.empty();
    String expected = "nothing that leads past the organisation through which the person is reached";
    if (!phones.isEmpty()) return Optional.of(new InvalidValue("phones", "contact-only-through", expected));
    return Optional.ofNullable(email).map(e -> new InvalidValue("email", "contact-only-through", expected));
  }

  /**
   * With what was recorded before, wherever nothing was said now; null if nothing is asked of anyone. Whoever says again that the
   * address is hidden has not said that the organisation no longer stands between; whoever lifts the flag has.
   */
  static @Nullable Discretion settled(@Nullable Discretion now, @Nullable Discretion before) {
    if (now == null) return before;
    boolean hides = now.addressHidden() == null ? before != null && before.hides() : now.hides();
    boolean keeps = now.contactThrough() == null && !Boolean.FALSE.equals(now.addressHidden());
    String through = (keeps ? Optional.ofNullable(before) : Optional.of(now)).flatMap(Discretion::between).orElse(null);
    return hides || through != null ? new Discretion(hides, through) : null;
  }
}
