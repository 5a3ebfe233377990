/**
 * A document store that can be killed between any two operations. It stands behind the driver's own interfaces, so that what is
 * tried is the adapters as they are; what they do not use, it refuses.
 */
@NullMarked
package jp.tsunagu.systemtests.simulation.store;

import org.jspecify.annotations.NullMarked;
