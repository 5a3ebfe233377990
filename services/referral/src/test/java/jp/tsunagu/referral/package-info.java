@NullMarked
package jp.tsunagu.referral;

import org.jspecify.annotations.NullMarked;
