/**
 * The persons' keys: one per case, wrapped under the master key, in a database of their own. Destroying one erases the person
 * in every journal, copy and backup; a tombstone keeps the key from being made again.
 */
@NullMarked
package jp.tsunagu.intake.vault;

import org.jspecify.annotations.NullMarked;
