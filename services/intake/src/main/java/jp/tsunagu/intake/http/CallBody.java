package jp.tsunagu.intake.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.intake.Call;
import jp.tsunagu.intake.Disclosure;
import jp.tsunagu.intake.TimeBand;
import jp.tsunagu.runtime.vault.Seal;

/**
 * A call as the desk that took it sees it again.
 *
 * @param note absent in a list
 * @param code what became of the hand-over code; where it was used is nobody's business here
 */
record CallBody(String callId, Instant at, String worker, Worry category, TimeBand timeBand, List<String> information,
    @Nullable String note, CodeState code, @Nullable Instant codeExpiresAt) {
  enum CodeState {
    NONE, OPEN, USED, EXPIRED;

    static CodeState of(Call.@Nullable Code code, boolean arrived, Instant now) {
      if (code == null) return NONE;
      if (code.used() || arrived) return USED;
      return code.expired(now) ? EXPIRED : OPEN;
    }
  }

  static CallBody of(Call.Recorded call, CodeState state, @Nullable Seal seal) {
    var told = call.told();
    var code = call.code();
    return new CallBody(told.callId(), told.at(), told.by().worker(), told.category(), told.timeBand(), told.information(),
        seal == null ? null : seal.read(told.note()), state, code == null ? null : code.expiresAt());
  }

  @Override
  public String toString() {
    return "CallBody[…]";
  }

  /**
   * What the desk the caller came to is told: not which desk it was, nor when; and of the rest what it may know of the person by now.
   */
  record Brought(@Nullable Worry category, @Nullable TimeBand timeBand, @Nullable List<String> information, @Nullable String note) {
    static Brought of(Call.Told told, Seal seal, Disclosure d) {
      boolean story = d.shows(ConsentItem.HISTORY);
      return new Brought(d.shows(ConsentItem.WORRIES) ? told.category() : null, story ? told.timeBand() : null,
          story ? told.information() : null, story ? seal.read(told.note()) : null);
    }

    @Override
    public String toString() {
      return "Brought[…]";
    }
  }
}
