package jp.tsunagu.followup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.FollowUpMessage.Rung;
import jp.tsunagu.contracts.HeardHow;
import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Step;

/** Everything that can happen in a watch. Private: the outbox says what of it is public. */
public sealed interface WatchEvent {
  /** The journey has been followed up to here; ends every commit that its news led to. */
  record Followed(long sequence) implements WatchEvent {}

  record CircleNoted(Circle circle) implements WatchEvent {}

  /** A date is set, or set anew: with another day or owner it has not passed yet. */
  record Armed(Step step) implements WatchEvent {}

  record Settled(String key) implements WatchEvent {}

  record Passed(Step step, Instant at) implements WatchEvent {}

  /** @param nextRungAt until when there is time to acknowledge */
  record Escalated(Step step, Rung rung, Party to, Instant nextRungAt) implements WatchEvent {}

  /** @param proxy null when {@code by} said it here themselves */
  record Acknowledged(String key, Party by, Instant restsUntil, @Nullable ByProxy proxy) implements WatchEvent {}

  /** An answer by telephone or fax, and who wrote it down. */
  record ByProxy(HeardHow how, Party enteredBy) {}

  record CheckInPlanned(CheckIn checkIn) implements WatchEvent {}

  record CheckInRecorded(String checkInId, Party by, CheckInResult result) implements WatchEvent {}

  record CheckInReassigned(String checkInId, Party to) implements WatchEvent {}

  /** The case is closed; nothing is owed any more. */
  record Ended() implements WatchEvent {}

  record Resumed() implements WatchEvent {}
}
