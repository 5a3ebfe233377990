/** The doors: everybody reads who there is, managers and administrators change it, other services ask for an address. */
@NullMarked
package jp.tsunagu.directory.http;

import org.jspecify.annotations.NullMarked;
