/** How the pieces of this service are put together, and what can be configured. */
@NullMarked
package jp.tsunagu.referral.wiring;

import org.jspecify.annotations.NullMarked;
