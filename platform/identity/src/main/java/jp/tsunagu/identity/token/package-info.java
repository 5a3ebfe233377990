/**
 * The authorization server. Codes and tokens are stored as fingerprints with what is needed to honour them after a restart,
 * and swept once they have run out; the keys that sign are stored, too, and renewed every quarter. {@code Claims} writes into
 * every token who its bearer is, read anew each time, so a log-in taken away ends at the next refresh at the latest.
 */
@NullMarked
package jp.tsunagu.identity.token;

import org.jspecify.annotations.NullMarked;
