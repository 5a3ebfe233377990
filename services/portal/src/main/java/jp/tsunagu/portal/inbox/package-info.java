/** Messages of all services come in here and go to the projection that keeps their stream. */
@NullMarked
package jp.tsunagu.portal.inbox;

import org.jspecify.annotations.NullMarked;
