/** The read side, put together. */
@NullMarked
package jp.tsunagu.portal.wiring;

import org.jspecify.annotations.NullMarked;
