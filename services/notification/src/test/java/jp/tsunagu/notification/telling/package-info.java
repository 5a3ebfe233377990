/** Who is told of what. */
@NullMarked
package jp.tsunagu.notification.telling;

import org.jspecify.annotations.NullMarked;
