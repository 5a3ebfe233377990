/**
 * What every log line carries, so that the lines of one case or of one request are found together: {@code case}, {@code traceId} and
 * {@code messageId}. Codes and ids, nothing of a person.
 */
@NullMarked
package jp.tsunagu.runtime.logs;

import org.jspecify.annotations.NullMarked;
