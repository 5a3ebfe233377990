/**
 * The way out: leases share the buckets of pending streams among replicas, a plain Kafka producer sends, the journal is
 * marked afterwards.
 */
@NullMarked
package jp.tsunagu.runtime.relay;

import org.jspecify.annotations.NullMarked;
