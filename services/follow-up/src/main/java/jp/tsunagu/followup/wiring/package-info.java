/** Puts the service together. */
@NullMarked
package jp.tsunagu.followup.wiring;

import org.jspecify.annotations.NullMarked;
