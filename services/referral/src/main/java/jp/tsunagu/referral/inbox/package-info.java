/** What other services' messages mean for a journey: they become commands, once each. */
@NullMarked
package jp.tsunagu.referral.inbox;

import org.jspecify.annotations.NullMarked;
