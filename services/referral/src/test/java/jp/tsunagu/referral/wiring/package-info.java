@NullMarked
package jp.tsunagu.referral.wiring;

import org.jspecify.annotations.NullMarked;
