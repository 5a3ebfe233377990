/**
 * Log-ins of people and clients of machines. A log-in is a worker's id, an organisation, roles and a bcrypt hash: no name,
 * no address. {@link jp.tsunagu.identity.account.Accounts} is the one way to change them; taking a log-in away ends what it
 * had open, too.
 */
@NullMarked
package jp.tsunagu.identity.account;

import org.jspecify.annotations.NullMarked;
