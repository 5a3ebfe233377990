package jp.tsunagu.followup;

import jp.tsunagu.journal.FreeText;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.OutcomeCode;

/** What a check-in found. Only {@code reached} and {@code outcome} become public. */
public record CheckInResult(boolean reached, @Nullable OutcomeCode outcome, @Nullable FreeText note, @Nullable Loneliness loneliness) {}
