/** The running service on the real broker and store; the other services are played by the tests. */
@NullMarked
package jp.tsunagu.followup.door;

import org.jspecify.annotations.NullMarked;
