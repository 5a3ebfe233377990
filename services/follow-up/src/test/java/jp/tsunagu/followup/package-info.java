/** What a watch promises, told as sentences. */
@NullMarked
package jp.tsunagu.followup;

import org.jspecify.annotations.NullMarked;
