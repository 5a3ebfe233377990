/** The in-app inbox: everybody sees and answers their own notices and nobody else's. */
@NullMarked
package jp.tsunagu.notification.http;

import org.jspecify.annotations.NullMarked;
