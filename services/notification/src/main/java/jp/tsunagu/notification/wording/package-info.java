/** The words of what goes out, in Japanese first and English beside. */
@NullMarked
package jp.tsunagu.notification.wording;

import org.jspecify.annotations.NullMarked;
