/**
 * Whoever guesses waits: at a password, at the code of a second factor, at a client's secret. What failed is counted and stored,
 * so neither a restart nor another replica gives a fresh start.
 */
@NullMarked
package jp.tsunagu.identity.guess;

import org.jspecify.annotations.NullMarked;
