package jp.tsunagu.portal.desk.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form as a page shows it: what was typed and what is wrong with it.
 *
 * @param key     the idempotency key, the same however often this form is sent
 * @param refusal why the whole was refused, null while it was not
 */
public record Form(String key, MultiValueMap<String, String> values, @Nullable Refusal refusal) {
  private static final String KEY = "key";
  private static final Set<String> OVERTAKEN = Set.of("already-recorded", "case-closed", "no-such-referral", "no-such-check-in",
      "not-found");

  /**
   * @param code of the problem, for {@code refusal.<code>}
   * @param held what somebody still has who was to leave: a code and how many
   */
  public record Refusal(String code, String detail, List<Wrong> fields, Map<String, Integer> held) {
    public Refusal(String code, String detail, List<Wrong> fields) {
      this(code, detail, fields, Map.of());
    }

    public static Refusal of(String field, String code) {
      return new Refusal("invalid", "", List.of(new Wrong(field, code, "")));
    }

    /** With the service's names of fields put into those of the inputs here. */
    public Refusal naming(UnaryOperator<String> name) {
      List<Wrong> named = fields.stream().map(w -> new Wrong(name.apply(w.field()), w.code(), w.detail())).distinct().toList();
      return new Refusal(code, detail, named, held);
    }

    /** Whether somebody else changed what the form was drawn from. */
    public boolean stale() {
      return code.equals("stale-version");
    }

    /** Whether it is somebody else's doing that there is nothing to do any more. */
    public boolean overtaken() {
      return code.startsWith("referral-is-") || OVERTAKEN.contains(code);
    }

    public boolean says(String wrong) {
      return fields.stream().anyMatch(w -> w.code().equals(wrong));
    }
  }

  /** @param field a path as in the API */
  public record Wrong(String field, String code, String detail) {
    /** The id of the input it is about. */
    public String id() {
      return Form.id(field);
    }
  }

  public static Form fresh(Map<String, String> prefilled) {
    var values = new LinkedMultiValueMap<String, String>();
    prefilled.forEach(values::add);
    return new Form(UUID.randomUUID().toString(), values, null);
  }

  public static Form typed(MultiValueMap<String, String> values) {
    String key = values.getFirst(KEY);
    return new Form(key == null || key.isBlank() ? UUID.randomUUID().toString() : key, values, null);
  }

  /** The same form, to be corrected. The key stays: nothing was done, or if it was, sending again must not do it twice. */
  public Form refused(Refusal why) {
    return new Form(key, values, why);
  }

  public String value(String name) {
    String value = values.getFirst(name);
    return value == null ? "" : value;
  }

  public String value(String name, String otherwise) {
    return values.containsKey(name) ? value(name) : otherwise;
  }

  public boolean has(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** What was chosen of several, without what was left open: the service gets, counts and refuses these alone. */
  public List<String> said(String name) {
    return all(name).stream().filter(value -> !value.isBlank()).toList();
  }

  /** Whether anything at all was typed in the fields whose names start so. */
  public boolean any(String under) {
    return values.entrySet().stream().anyMatch(e -> e.getKey().startsWith(under) && e.getValue().stream().anyMatch(v -> !v.isBlank()));
  }

  public List<Wrong> wrong(String name) {
    return refusal == null ? List.of() : refusal.fields().stream().filter(w -> w.field().equals(name)).toList();
  }

  /** What is wrong with it or with a part of it, for something of several fields in the API that is one input here. */
  public List<Wrong> about(String name) {
    if (refusal == null) return List.of();
    return refusal.fields().stream().filter(w -> w.field().equals(name) || w.field().startsWith(name + ".")).toList();
  }

  /** The ids of what explains an input: its hint, and what is wrong with it. Null for nothing. */
  public @Nullable String described(String name, boolean hinted) {
    String hint = hinted ? id(name) + "-hint" : "";
    String error = about(name).stream().map(w -> w.id() + "-error").distinct().collect(Collectors.joining(" "));
    String both = (hint + " " + error).strip();
    return both.isEmpty() ? null : both;
  }

  public String inputId(String name) {
    return id(name);
  }

  /** The id of an input with this name. */
  public static String id(String name) {
    return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** The form after a button that chose something: {@code field=value}, or only asked for what there is to choose from. */
  public Form chosen() {
    String[] choice = value("choose").split("=", 2);
    if (choice.length == 2) values.set(choice[0], choice[1]);
    return this;
  }

  /** The JSON body of these fields; what was left blank is left out. */
  public Body body(String... names) {
    var body = new Body(new LinkedHashMap<>());
    for (String name : names) body.text(name, value(name));
    return body;
  }

  /** A body in the making, by field paths. */
  public record Body(Map<String, Object> json) {
    public Body text(String path, String value) {
      if (!value.isBlank()) FieldPath.put(json, path, value.strip());
      return this;
    }

    public Body put(String path, @Nullable Object value) {
      if (value != null) FieldPath.put(json, path, value);
      return this;
    }
  }
}
