/**
 * What every log line carries, so that the lines of one case or of one request are found together: {@code case} and
 * {@code messageId}, beside Spring's {@code traceId} and {@code spanId}. Codes and ids, nothing of a person.
 */
@NullMarked
package jp.tsunagu.runtime.logs;

import org.jspecify.annotations.NullMarked;
