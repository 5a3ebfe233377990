package jp.tsunagu.directory.http;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.Programme;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.directory.InvalidValue;

/** {@code {programmes: [{programme, name, needs: [FAMILY …], eligibility?, area?, languages?: [ja …], capacity, lastVerified}]}}. */
record ProgrammesForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @ArraySchema(maxItems = 20) @Nullable List<@Nullable ProgrammeForm> programmes) {
  private static final int MOST = 20;
  private static final int LONGEST = 100;
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");

  /** @param languages left out, it is Japanese alone */
  record ProgrammeForm(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "[a-z][a-z0-9-]{0,63}", example = "visits") @Nullable String programme,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
      @ArraySchema(arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED), minItems = 1, schema = @Schema(implementation = Worry.class)) @Nullable List<@Nullable String> needs,
      @Nullable String eligibility, @Nullable String area,
      @ArraySchema(schema = @Schema(example = "ja")) @Nullable List<@Nullable String> languages,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Programme.Capacity.class) @Nullable String capacity,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable LocalDate lastVerified) {}

  List<Programme> read() {
    var fields = new Fields();
    if (programmes == null) fields.required("programmes", null, given -> given);
    Set<String> ids = new HashSet<>();
    List<Programme> all = fields.items("programmes", programmes, (path, form) -> programme(fields, path, form, ids));
    return fields.whole(() -> {
      if (all.size() > MOST) throw new InvalidValue("too-many", "at most " + MOST + " programmes");
      return all;
    });
  }

  private static @Nullable Programme programme(Fields fields, String path, ProgrammeForm form, Set<String> ids) {
    String id = fields.required(path + ".programme", form.programme(), given -> id(given, ids));
    String name = fields.required(path + ".name", form.name(), ProgrammesForm::line);
    List<Worry> needs = fields.each(path + ".needs", form.needs(), Fields.code(Worry.class));
    fields.required(path + ".needs", needs.isEmpty() ? null : needs, some -> some);
    String eligibility = fields.optional(path + ".eligibility", form.eligibility(), ProgrammesForm::line);
    String area = fields.optional(path + ".area", form.area(), ProgrammesForm::line);
    List<String> languages = fields.each(path + ".languages", form.languages(), ProgrammesForm::language);
    Programme.Capacity capacity = fields.required(path + ".capacity", form.capacity(), Fields.code(Programme.Capacity.class));
    LocalDate verified = fields.required(path + ".lastVerified", form.lastVerified(), day -> day);
    if (id == null || name == null || needs.isEmpty() || capacity == null || verified == null) return null;
    return new Programme(id, name, EnumSet.copyOf(needs), eligibility, area, languages.isEmpty() ? List.of("ja") : languages, capacity,
        verified);
  }

  private static String id(String given, Set<String> ids) {
    if (!ID.matcher(given).matches())
      throw new InvalidValue("not-an-id", "a small letter, then small letters, digits and hyphens; 64 at most");
    if (!ids.add(given)) throw new InvalidValue("twice", "an id of its own");
    return given;
  }

  private static String language(String tag) {
    String known = Locale.forLanguageTag(tag).toLanguageTag();
    if (!known.equals(tag) || tag.equals("und")) throw new InvalidValue("not-a-language", "a BCP 47 tag such as ja or ja-x-easy");
    return tag;
  }

  private static String line(String text) {
    return InvalidValue.line(text, LONGEST);
  }
}
