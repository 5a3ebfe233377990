package jp.tsunagu.referral;

import org.jspecify.annotations.Nullable;

/** Where to turn instead. */
public record Suggestion(String organisation, @Nullable String worker) {}
