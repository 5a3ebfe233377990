package jp.tsunagu.portal.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

import jp.tsunagu.runtime.directory.DirectoryView;

/**
 * What a list is asked for, as it was written.
 *
 * @param given by name; of those that are known here, without what is blank
 */
public record Asked(Map<String, String> given) {
  /** The beginning of a case id. */
  public static final String CODE = "q";
  public static final List<String> NAMES = List.of(CODE, "state", "holder", "with", "worry", "openedFrom", "openedTo", "dueFrom", "dueTo");

  public Asked {
    var known = new LinkedHashMap<String, String>();
    for (String name : NAMES) if (given.get(name) instanceof String value && !value.isBlank()) known.put(name, value.strip());
    given = Collections.unmodifiableMap(known);
  }

  /** Whether it can be nothing but the beginning of a case id. */
  public static boolean isCode(String text) {
    return text.matches("c-[0-9a-z-]*");
  }

  public Asked without(String name) {
    var rest = new LinkedHashMap<>(given);
    rest.remove(name);
    return new Asked(rest);
  }

  public boolean nothing() {
    return given.isEmpty();
  }

  public Wanted read(DirectoryView directory) {
    return new Reading(given, directory).wanted();
  }

  /** Where the same is asked for again. */
  public String address(String path) {
    var address = UriComponentsBuilder.fromPath(path);
    given.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(given).toUriString();
  }
}
