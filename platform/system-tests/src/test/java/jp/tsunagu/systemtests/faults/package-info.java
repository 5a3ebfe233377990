/**
 * The system under fire: every service a process of its own, and the store and the broker too, which are killed, halted and
 * cut off while people work.
 *
 * <p>
 * {@link jp.tsunagu.systemtests.faults.Site} is the running system, each process a
 * {@link jp.tsunagu.systemtests.faults.Program}, each connection through a {@link jp.tsunagu.systemtests.faults.Cable};
 * {@link jp.tsunagu.systemtests.faults.Desks} work at its door and note in a {@link jp.tsunagu.systemtests.faults.Logbook} what
 * was acknowledged; {@link jp.tsunagu.systemtests.faults.Misfortune} befalls it, drawn from a seed. When all is up again
 * {@link jp.tsunagu.systemtests.faults.Survey} looks at the journals, the notices and the ledgers for what is missing, what is
 * there twice, and what came in the wrong order.
 */
@NullMarked
package jp.tsunagu.systemtests.faults;

import org.jspecify.annotations.NullMarked;
