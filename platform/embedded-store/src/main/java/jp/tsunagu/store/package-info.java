/**
 * A document store in one file that speaks MongoDB's protocol, for a laptop and for tests.
 *
 * <p>
 * {@link jp.tsunagu.store.EmbeddedStore} is the door. Behind it, the library serves the protocol and matches documents; what
 * it does not do well enough to keep a promise is done here: a write is acknowledged only when it is on the disk
 * ({@code DurableBackend}, {@code StoreFile}), indexes are real and tell duplicates apart ({@code OrderedIndex}), and
 * everything that would be done wrong or half is refused ({@code Storable}, {@code IndexedDatabase}).
 */
@NullMarked
package jp.tsunagu.store;

import org.jspecify.annotations.NullMarked;
