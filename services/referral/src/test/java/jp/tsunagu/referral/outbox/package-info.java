@NullMarked
package jp.tsunagu.referral.outbox;

import org.jspecify.annotations.NullMarked;
