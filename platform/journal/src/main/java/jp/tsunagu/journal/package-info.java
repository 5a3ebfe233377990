/**
 * The journal: what was decided, by whom, in order, once.
 *
 * <p>
 * A stream is the history of one aggregate. A {@link jp.tsunagu.journal.Decider} turns a command and the folded history
 * into events or a refusal; the {@link jp.tsunagu.journal.CommandHandler} loads, folds, decides and appends under
 * compare-and-set, so two writers can never both win. The stored {@link jp.tsunagu.journal.Commit} is history and outbox
 * in one: the {@link jp.tsunagu.journal.Relay} publishes every commit in order and only then marks it published. Nothing
 * here knows a database, a broker or a framework.
 */
@NullMarked
package jp.tsunagu.journal;

import org.jspecify.annotations.NullMarked;
