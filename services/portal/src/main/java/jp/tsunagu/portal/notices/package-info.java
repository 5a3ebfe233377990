/**
 * Notices that were raised for workers, as far as the read side needs them: who is told what, and whether it still waits to
 * be acknowledged. One small document per notice, folded from the notification service's messages.
 */
@NullMarked
package jp.tsunagu.portal.notices;

import org.jspecify.annotations.NullMarked;
