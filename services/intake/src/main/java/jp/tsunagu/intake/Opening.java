package jp.tsunagu.intake;

import jp.tsunagu.journal.FreeText;

import java.time.Instant;

import jp.tsunagu.contracts.Party;
import jp.tsunagu.contracts.Urgency;

/** 相談受付: what was told at the first desk, whichever it was. {@code by} holds the case from then on. */
public record Opening(String caseId, Party by, Instant at, Worries worries, FreeText story, FreeText wishes, Channel channel,
    Urgency urgency) {}
