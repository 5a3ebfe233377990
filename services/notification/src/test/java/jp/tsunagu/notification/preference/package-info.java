/** How a worker wants to be told. */
@NullMarked
package jp.tsunagu.notification.preference;

import org.jspecify.annotations.NullMarked;
