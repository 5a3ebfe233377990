package jp.tsunagu.intake;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Worry;
import jp.tsunagu.journal.FreeText;

/**
 * 匿名の電話: somebody telephoned and stays anonymous. There is no person, no case and no date. All that ties a call to anything
 * is the hand-over code the caller may take to a desk of their choice.
 */
public sealed interface Call {
  record Unrecorded() implements Call {}

  /** @param code the last one given; null if the caller took none */
  record Recorded(Told told, @Nullable Code code) implements Call {}

  /**
   * What was told, by the caller and to them.
   *
   * @param information codes of a short list, or ids of organisations the caller heard of
   */
  record Told(String callId, Party by, Instant at, Worry category, TimeBand timeBand, List<String> information,
      @Nullable FreeText note) {
    private static final int MOST = 20;

    public Told {
      information = List.copyOf(information);
      if (information.size() > MOST) throw new InvalidValue("information", "too-many", "at most " + MOST);
      var seen = new LinkedHashSet<String>();
      for (int i = 0; i < information.size(); i++)
        if (!seen.add(information.get(i))) throw new InvalidValue("information[" + i + "]", "duplicate", "every one once");
    }
  }

  /**
   * 引継コード. Whoever has it opens one case with it.
   *
   * @param hash   keyed; the code itself is kept nowhere
   * @param caseId which case it opens: the same for every code of a call, so that a call becomes one case at most
   * @param used   a note; the truth is whether the case exists
   */
  record Code(String hash, String caseId, Instant expiresAt, boolean used) {
    public boolean expired(Instant now) {
      return !now.isBefore(expiresAt);
    }
  }
}
