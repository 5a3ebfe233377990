package jp.tsunagu.intake;

import java.util.HashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** How a person can be reached; possibly not at all. */
public record Contact(List<Phone> phones, @Nullable Email email, @Nullable Address address) {
  public static final Contact NONE = new Contact(List.of(), null, null);
  private static final int MOST = 5;

  public Contact {
    phones = List.copyOf(phones);
    if (phones.size() > MOST) throw new InvalidValue("phones", "too-many", "at most " + MOST + " numbers");
    var seen = new HashSet<String>();
    for (int i = 0; i < phones.size(); i++)
      if (!seen.add(phones.get(i).digits())) throw new InvalidValue("phones[" + i + "]", "duplicate", "every number once");
  }
}
