package jp.tsunagu.followup.http;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.OutreachStage;
import jp.tsunagu.followup.CheckInResult;
import jp.tsunagu.followup.Loneliness;
import jp.tsunagu.runtime.http.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.ArraySchema;

/** {@code {reached, note, outcome, loneliness: {direct, ucla3}, stage, next: {dueOn, worker, how}}}; only {@code reached} has to be given. */
record ResultForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean reached,
    @Schema(maxLength = 4_000) @Nullable String note, @Nullable OutcomeCode outcome, @Nullable LonelinessForm loneliness,
    @Nullable OutreachStage stage, @Nullable PlanForm next) {
  private static final int LONGEST = 4_000;

  record LonelinessForm(@Schema(minimum = "1", maximum = "5") @Nullable Integer direct,
      @ArraySchema(minItems = 3, maxItems = 3, schema = @Schema(minimum = "1", maximum = "4")) @Nullable List<@Nullable Integer> ucla3) {
    Loneliness read() {
      List<@Nullable Integer> answers = ucla3 == null ? List.of() : ucla3;
      Loneliness.check(direct, answers).ifPresent(refusal -> {
        throw Problem.of(refusal);
      });
      return new Loneliness(direct, answers);
    }

    @Override
    public String toString() {
      return "LonelinessForm[…]";
    }
  }

  CheckInResult result() {
    new Required().field("reached", reached).orProblem();
    return new CheckInResult(Objects.requireNonNull(reached), outcome, PlanForm.text(note, LONGEST, "note"),
        loneliness == null ? null : loneliness.read(), stage);
  }

  @Override
  public String toString() {
    return "ResultForm[…]";
  }
}
