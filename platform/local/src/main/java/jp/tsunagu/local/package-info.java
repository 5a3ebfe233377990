/**
 * The whole of Tsunagu in one process on a laptop: broker and store on disk, identity, all services, the door.
 *
 * <p>
 * {@link jp.tsunagu.local.Tsunagu} reads what the person at the keyboard asked for, {@link jp.tsunagu.local.LocalSystem}
 * starts it in order and stops it in reverse. Every service is its own application context with its own port and database,
 * just as it would be alone; nothing is wired across.
 */
@NullMarked
package jp.tsunagu.local;

import org.jspecify.annotations.NullMarked;
