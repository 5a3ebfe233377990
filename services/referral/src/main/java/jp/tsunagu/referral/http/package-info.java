/**
 * The way in for workers and machines. A request says who acts and what; the door adds what the directory knows and the
 * time, and the decider answers. For whoever has nothing to do with a case it does not exist.
 */
@NullMarked
package jp.tsunagu.referral.http;

import org.jspecify.annotations.NullMarked;
