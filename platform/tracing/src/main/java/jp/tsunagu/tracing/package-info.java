/**
 * Traces, as every program of the system has them, the identity provider too. Spring Boot makes them (Micrometer's observations of HTTP,
 * OpenTelemetry below); what is said here is when they are kept, where one begins, and that nothing of a person leaves with them.
 */
@NullMarked
package jp.tsunagu.tracing;

import org.jspecify.annotations.NullMarked;
