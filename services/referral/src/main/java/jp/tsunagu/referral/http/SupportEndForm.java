package jp.tsunagu.referral.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.journal.FreeText;
import jp.tsunagu.referral.JourneyCommand;
import jp.tsunagu.runtime.http.Act;
import jp.tsunagu.runtime.http.Problem;

/** {@code {outcome, note?, next: {checkIns: […]} | {referral: {…}} | {closure: {…}}}} */
record SupportEndForm(@NotNull OutcomeCode outcome, @Nullable String note, @NotNull @Valid NextForm next) {
  record NextForm(@Nullable @Size(max = 100) List<@NotNull @Valid CheckInForm> checkIns, @Valid @Nullable ProposalForm referral,
      @Valid @Nullable EndingForm closure) {

    JourneyCommand.Next read(Act act, WhoIsWho who) {
      if (Stream.of(checkIns, referral, closure).filter(Objects::nonNull).count() != 1)
        throw Problem.invalid("next", "exactly-one", "After support come check-ins, a referral or a closure: exactly one of them.");
      if (referral != null) return new JourneyCommand.Next.Onward(referral.read(act.newId("r"), who));
      if (closure != null) return new JourneyCommand.Next.Closing(closure.read(who));
      return new JourneyCommand.Next.CheckIns(Objects.requireNonNull(checkIns).stream().map(c -> c.read(act, who)).toList());
    }
  }

  record CheckInForm(@NotNull LocalDate dueOn, @NotNull String worker) {
    JourneyCommand.PlannedCheckIn read(Act act, WhoIsWho who) {
      return new JourneyCommand.PlannedCheckIn(act.newId("i"), dueOn, who.worker(worker));
    }
  }

  JourneyCommand read(Party by, Act act, WhoIsWho who) {
    return new JourneyCommand.EndSupport(by, outcome, FreeText.orNull(note), next.read(act, who), act.at());
  }

  @Override
  public String toString() {
    return "SupportEndForm[" + outcome + "]";
  }
}
