/**
 * The one door: each path goes to the service that owns it, behind a guard that answers 503 at once while that service is
 * down. The door adds no rules of its own; it bounds (body, rate, time, calls at once) and remembers what its callers did.
 */
@NullMarked
package jp.tsunagu.portal.gateway;

import org.jspecify.annotations.NullMarked;
