/**
 * The journal on MongoDB: one document per stream holds its history and its outbox, so that an event and the intention to
 * publish it are one write. A service declares its {@link jp.tsunagu.runtime.journal.Aggregate} and gets a command handler,
 * a relay and the endpoint from which others mend holes.
 */
@NullMarked
package jp.tsunagu.runtime.journal;

import org.jspecify.annotations.NullMarked;
