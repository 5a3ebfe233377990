/**
 * The audit at work: every few seconds a slice of all journals' heads and a slice of all ledgers, each going on where the last one ended.
 * What it finds is written down by {@link jp.tsunagu.portal.audit}'s rules, mended where asking again mends it, and told to the
 * administrators once.
 */
@NullMarked
package jp.tsunagu.portal.auditing;

import org.jspecify.annotations.NullMarked;
