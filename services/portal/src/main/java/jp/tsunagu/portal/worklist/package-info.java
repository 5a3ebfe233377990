/** What one worker owes: the steps of all their cases and the notices that wait for them, what becomes a gap first in front. */
@NullMarked
package jp.tsunagu.portal.worklist;

import org.jspecify.annotations.NullMarked;
