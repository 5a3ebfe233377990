/**
 * 閲覧記録: who looked at what of whom, when and why. Entries are only ever added, before the answer leaves, and each carries
 * the hash of the one before it, so that {@link jp.tsunagu.runtime.access.VerifyAccessLog} finds what was altered or taken out.
 */
@NullMarked
package jp.tsunagu.runtime.access;

import org.jspecify.annotations.NullMarked;
