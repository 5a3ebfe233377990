package jp.tsunagu.directory.http;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.swagger.v3.oas.annotations.media.Schema;
import jp.tsunagu.contracts.AnswerTimes;
import jp.tsunagu.directory.AnswerTime;

/** {@code {EMERGENCY?: "24h", URGENT?: "72h", NORMAL?: "3bd"}}; what is left out is the network's usual time. */
record AnswerTimesForm(@Schema(example = "24h") @JsonProperty("EMERGENCY") @Nullable String emergency,
    @Schema(example = "72h") @JsonProperty("URGENT") @Nullable String urgent,
    @Schema(example = "3bd") @JsonProperty("NORMAL") @Nullable String normal) {

  AnswerTimes read() {
    var fields = new Fields();
    String atOnce = fields.optional("EMERGENCY", emergency, AnswerTimesForm::time);
    String soon = fields.optional("URGENT", urgent, AnswerTimesForm::time);
    String usually = fields.optional("NORMAL", normal, AnswerTimesForm::time);
    return fields.whole(() -> new AnswerTimes(atOnce, soon, usually));
  }

  /** Written in one way, however it was typed. */
  private static String time(String typed) {
    return AnswerTime.of(typed).span().written();
  }
}
