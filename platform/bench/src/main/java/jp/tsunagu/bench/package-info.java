/**
 * How fast, beside how fast it could be at all: the system and its floor in one process, interleaved, so that a noisy machine
 * troubles both alike and only the ratio counts.
 */
@NullMarked
package jp.tsunagu.bench;

import org.jspecify.annotations.NullMarked;
