/** Who is told, and what becomes of a telling. */
@NullMarked
package jp.tsunagu.notification;

import org.jspecify.annotations.NullMarked;
