/** The running service, from outside. */
@NullMarked
package jp.tsunagu.referral.door;

import org.jspecify.annotations.NullMarked;
