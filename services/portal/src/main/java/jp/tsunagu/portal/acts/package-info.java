/**
 * A worker always sees their own act. What a command answered (a stream and its version) is remembered per worker; before
 * the next page or list is drawn for them, the portal waits a moment for the read side to have it and then fetches it from
 * the publisher itself, so a slow broker is never seen by the one who acted.
 */
@NullMarked
package jp.tsunagu.portal.acts;

import org.jspecify.annotations.NullMarked;
