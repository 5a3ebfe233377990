/**
 * How personal words are kept: under one key per person, so that deleting the key erases the person everywhere, old backups
 * included, and leaves the custody history. {@link jp.tsunagu.runtime.vault.SealedWords} closes them on their way into a
 * journal, {@link jp.tsunagu.runtime.vault.Seal#read} opens them at a door. Intake keeps the keys; the other services ask it
 * ({@link jp.tsunagu.runtime.vault.AskedKeys}) and keep what they got in memory, briefly.
 */
@NullMarked
package jp.tsunagu.runtime.vault;

import org.jspecify.annotations.NullMarked;
