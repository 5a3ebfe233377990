/**
 * Anonymous calls and their hand-over codes behind the door: the codes are made and hashed, calls are found.
 */
@NullMarked
package jp.tsunagu.intake.calls;

import org.jspecify.annotations.NullMarked;
