/**
 * What every door shares: who calls, why (idempotency key), on which version, and how refusals become problem details.
 */
@NullMarked
package jp.tsunagu.runtime.http;

import org.jspecify.annotations.NullMarked;
