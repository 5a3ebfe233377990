/**
 * What people do with the whole system, told as they would tell it.
 *
 * <p>
 * {@link jp.tsunagu.systemtests.Town} is the running system and its time; a {@link jp.tsunagu.systemtests.Desk} is one worker at
 * the public API; a {@link jp.tsunagu.systemtests.Matter} is one case as one desk sees it and acts on it. Time is moved and
 * conditions are waited for; nothing sleeps.
 */
@NullMarked
package jp.tsunagu.systemtests;

import org.jspecify.annotations.NullMarked;
