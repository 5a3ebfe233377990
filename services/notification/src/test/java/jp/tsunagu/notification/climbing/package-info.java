@NullMarked
package jp.tsunagu.notification.climbing;

import org.jspecify.annotations.NullMarked;
