/** What it costs to find the dates that have come among those that have not. */
@NullMarked
package jp.tsunagu.systemtests.sweep;

import org.jspecify.annotations.NullMarked;
