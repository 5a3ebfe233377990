/** The door: check-ins for workers, and for the directory what a worker still holds here. */
@NullMarked
package jp.tsunagu.followup.http;

import org.jspecify.annotations.NullMarked;
