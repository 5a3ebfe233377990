package jp.tsunagu.intake.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.CallInformation;
import jp.tsunagu.intake.InvalidValue;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.TimeBand;
import jp.tsunagu.journal.FreeText;

/** A call as typed: {@code {category, timeBand, information: [code or organisation], note}}. */
record CallForm(@Nullable String category, @Nullable String timeBand, @Nullable List<@Nullable String> information,
    @Nullable String note) {
  /** @param takesPart whether there is an organisation with this id */
  Call.Told read(String callId, Party by, Instant at, Predicate<String> takesPart) {
    var fields = new Fields();
    Worry about = fields.required("category", category, Fields.code(Worry.class));
    TimeBand when = fields.required("timeBand", timeBand, Fields.code(TimeBand.class));
    FreeText words = fields.optional("note", note, OwnWords::of);
    List<String> told = told(fields, takesPart);
    if (about == null || when == null || told == null) throw fields.problem();
    return fields.orProblem(fields.whole("", () -> new Call.Told(callId, by, at, about, when, told, words)));
  }

  private @Nullable List<String> told(Fields fields, Predicate<String> takesPart) {
    List<@Nullable String> typed = information == null ? List.of() : information;
    return fields.each(typed, i -> fields.required("information[" + i + "]", typed.get(i), code -> known(code, takesPart)));
  }

  private static String known(String code, Predicate<String> takesPart) {
    if (Arrays.stream(CallInformation.values()).anyMatch(c -> c.name().equals(code)) || takesPart.test(code)) return code;
    throw new InvalidValue("unknown-code", "an organisation, or one of " + Arrays.toString(CallInformation.values()));
  }

  @Override
  public String toString() {
    return "CallForm[…]";
  }
}
