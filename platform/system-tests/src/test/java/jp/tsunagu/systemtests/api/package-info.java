/**
 * The API as it describes itself and as bytes on a line: every operation with a body that fits it, and a connection that sends
 * what no HTTP library would.
 */
@NullMarked
package jp.tsunagu.systemtests.api;

import org.jspecify.annotations.NullMarked;
