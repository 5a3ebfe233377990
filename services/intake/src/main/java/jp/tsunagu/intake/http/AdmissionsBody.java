package jp.tsunagu.intake.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.ConsentItem;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.intake.Admissions;
import jp.tsunagu.runtime.vault.Seal;

/** Whom the holder let in to the case or keeps out of it, and who looked in without either. */
record AdmissionsBody(List<MeetingBody> supportMeetings, List<BarBody> barredWorkers, List<GlassBody> brokenGlass) {
  record MeetingBody(String meetingId, LocalDate heldOn, List<Party> members, Collection<ConsentItem> items, @Nullable String reason) {
    @Override
    public String toString() {
      return "MeetingBody[…]";
    }
  }

  record BarBody(Party worker, @Nullable String reason) {
    @Override
    public String toString() {
      return "BarBody[…]";
    }
  }

  record GlassBody(Party by, @Nullable String reason, Instant until) {
    @Override
    public String toString() {
      return "GlassBody[…]";
    }
  }

  static AdmissionsBody of(Admissions admissions, Seal seal) {
    return new AdmissionsBody(
        admissions.meetings().stream()
            .map(m -> new MeetingBody(m.meetingId(), m.heldOn(), m.members(), m.items(), seal.read(m.reason()))).toList(),
        admissions.bars().stream().map(b -> new BarBody(b.worker(), seal.read(b.reason()))).toList(),
        admissions.glass().stream().map(g -> new GlassBody(g.by(), seal.read(g.reason()), g.until())).toList());
  }

  @Override
  public String toString() {
    return "AdmissionsBody[…]";
  }
}
