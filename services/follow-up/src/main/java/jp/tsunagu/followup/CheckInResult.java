package jp.tsunagu.followup;

import jp.tsunagu.journal.FreeText;

import org.jspecify.annotations.Nullable;

import jp.tsunagu.contracts.OutcomeCode;
import jp.tsunagu.contracts.OutreachStage;

/** What a check-in found. Only {@code reached}, {@code outcome} and {@code stage} become public. */
public record CheckInResult(boolean reached, @Nullable OutcomeCode outcome, @Nullable FreeText note, @Nullable Loneliness loneliness,
    @Nullable OutreachStage stage) {}
