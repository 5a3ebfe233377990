/**
 * Calls between services, either as the service itself or on behalf of the caller.
 */
@NullMarked
package jp.tsunagu.runtime.calls;

import org.jspecify.annotations.NullMarked;
