/** What a caller may read, from ledgers and notices, with everything they did themselves in it. */
@NullMarked
package jp.tsunagu.portal.read;

import org.jspecify.annotations.NullMarked;
