/**
 * What tests of all modules share: given/when/then for deciders, the contract every journal passes, the house rules, a caller
 * at a service's door, and a real broker and store started once per test run.
 */
@NullMarked
package jp.tsunagu.testing;

import org.jspecify.annotations.NullMarked;
