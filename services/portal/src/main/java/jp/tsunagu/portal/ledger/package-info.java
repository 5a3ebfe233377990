/**
 * The read side: one {@link jp.tsunagu.portal.ledger.Ledger} per case, folded from messages and nothing else.
 *
 * <p>
 * A ledger is made of small parts (custody, referrals, steps, deadlines, check-ins, consents, timeline); each is a record
 * that knows which messages change it. The streams of one case arrive on different topics, so a part never relies on the
 * order between streams, only on the order within one. {@link jp.tsunagu.portal.ledger.LedgerProjection} applies each
 * message once, under compare-and-set; dropping the collection and reading the journals again gives the same ledgers.
 * Nothing here knows Spring, MongoDB or Kafka.
 */
@NullMarked
package jp.tsunagu.portal.ledger;

import org.jspecify.annotations.NullMarked;
