/** What the world hears: an organisation as it is now, its workers by id. */
@NullMarked
package jp.tsunagu.directory.outbox;

import org.jspecify.annotations.NullMarked;
