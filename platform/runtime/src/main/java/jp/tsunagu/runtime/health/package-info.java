/**
 * What a service depends on besides its store: the broker, which it waits for at its start, and the services it asks. Told at
 * {@code /actuator/health/dependencies}.
 */
@NullMarked
package jp.tsunagu.runtime.health;

import org.jspecify.annotations.NullMarked;
