package jp.tsunagu.intake.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.runtime.http.Problem;

/** {@code {code, …}} with the fields of {@link OpeningForm}. The code is in the body: addresses end up in logs. */
record RedemptionForm(@Nullable String code, @Nullable PersonForm person, @Nullable List<OpeningForm.@Nullable WorryForm> worries,
    @Nullable String story, @Nullable String wishes, @Nullable String channel, @Nullable String urgency) {
  OpeningForm opening() {
    return new OpeningForm(person, worries, story, wishes, channel, urgency);
  }

  String typedCode() {
    if (code == null || code.isBlank()) throw Problem.invalid("code", "required", "must be given");
    return code;
  }

  @Override
  public String toString() {
    return "RedemptionForm[…]";
  }
}
