/** Puts the service together, and takes the council in with the types of partners it has. */
@NullMarked
package jp.tsunagu.directory.wiring;

import org.jspecify.annotations.NullMarked;
