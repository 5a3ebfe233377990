/**
 * Who may see which case: the journey's participants as last heard, the question asked at every door, and the log of every
 * look.
 */
@NullMarked
package jp.tsunagu.intake.sight;

import org.jspecify.annotations.NullMarked;
