/** Seals what the service has to read again and nobody who reads its store may. */
@NullMarked
package jp.tsunagu.notification.seal;

import org.jspecify.annotations.NullMarked;
