package jp.tsunagu.intake.http;

import jp.tsunagu.journal.FreeText;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Urgency;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.OwnWords;
import jp.tsunagu.intake.CaseFileCommand;
import jp.tsunagu.intake.Channel;
import jp.tsunagu.intake.Opening;
import jp.tsunagu.intake.Person;
import jp.tsunagu.intake.Worries;
import jp.tsunagu.runtime.http.Act;
import io.swagger.v3.oas.annotations.media.Schema;

/** 相談受付 as typed: {@code {person, worries: [{kind, main}], story, wishes, channel, urgency}}. */
record OpeningForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable PersonForm person,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<@Nullable WorryForm> worries, @Nullable String story,
    @Nullable String wishes,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Channel.class) @Nullable String channel,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Urgency.class) @Nullable String urgency) {

  record WorryForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, implementation = Worry.class) @Nullable String kind,
      @Nullable Boolean main) {
    Worries.@Nullable Concern read(Fields fields, String path) {
      Worry worry = fields.required(path + ".kind", kind, Fields.code(Worry.class));
      return worry == null ? null : new Worries.Concern(worry, Boolean.TRUE.equals(main));
    }
  }

  /** @param takesPart whether the organisation through which alone somebody is reached does */
  CaseFileCommand.Open command(Act act, String caseId, Predicate<Person> takesPart) {
    var fields = new Fields();
    PersonForm typed = fields.required("person", person, p -> p);
    Person who = typed == null ? null : typed.read(fields, "person");
    Worries troubles = worries(fields);
    FreeText told = fields.optional("story", story, OwnWords::of);
    FreeText wished = fields.optional("wishes", wishes, OwnWords::of);
    Channel came = fields.required("channel", channel, Fields.code(Channel.class));
    Urgency urgent = fields.required("urgency", urgency, Fields.code(Urgency.class));
    var by = act.by();
    if (who == null || troubles == null || came == null || urgent == null) throw fields.problem();
    var opening = new Opening(caseId, by, act.at(), troubles, orNone(told), orNone(wished), came, urgent);
    return new CaseFileCommand.Open(fields.orProblem(opening), who, takesPart.test(who));
  }

  private @Nullable Worries worries(Fields fields) {
    List<@Nullable WorryForm> typed = worries == null ? List.of() : worries;
    List<Worries.Concern> concerns = fields.each(typed, i -> {
      WorryForm one = fields.required("worries[" + i + "]", typed.get(i), w -> w);
      return one == null ? null : one.read(fields, "worries[" + i + "]");
    });
    return concerns == null ? null : fields.whole("worries", () -> new Worries(concerns));
  }

  private static FreeText orNone(@Nullable FreeText text) {
    return text == null ? OwnWords.NONE : text;
  }

  @Override
  public String toString() {
    return "OpeningForm[…]";
  }
}
