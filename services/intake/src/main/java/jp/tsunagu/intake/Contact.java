package jp.tsunagu.intake;

import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a person can be reached; possibly not at all. What could lead to somebody who hides is not kept anywhere: no address where
 * it is hidden, no number where an organisation stands between.
 */
public record Contact(List<Phone> phones, @Nullable Email email, @Nullable Address address, @Nullable Discretion discretion) {
  public static final Contact NONE = new Contact(List.of(), null, null);
  private static final int MOST = 5;

  public Contact {
    phones = List.copyOf(phones);
    Discretion.forbids(discretion, phones, email, address).ifPresent(forbidden -> {
      throw forbidden;
    });
    if (phones.size() > MOST) throw new InvalidValue("phones", "too-many", "at most " + MOST + " numbers");
    var seen = new HashSet<String>();
    for (int i = 0; i < phones.size(); i++)
      if (!seen.add(phones.get(i).digits())) throw new InvalidValue("phones[" + i + "]", "duplicate", "every number once");
  }

  Contact with(@Nullable Discretion other) {
    return new Contact(phones, email, address, other);
  }

  public Contact(List<Phone> phones, @Nullable Email email, @Nullable Address address) {
    this(phones, email, address, null);
  }
}
