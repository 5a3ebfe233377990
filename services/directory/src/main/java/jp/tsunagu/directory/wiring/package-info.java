/** Puts the service together, and takes the council in. */
@NullMarked
package jp.tsunagu.directory.wiring;

import org.jspecify.annotations.NullMarked;
