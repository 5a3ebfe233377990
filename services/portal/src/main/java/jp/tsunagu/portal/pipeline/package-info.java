/**
 * The way from service to service as a whole, for administrators: every service is asked at once how its part is doing, and what it says
 * is held against bounds. Whoever does not answer is a line of its own; nothing is guessed in their place.
 */
@NullMarked
package jp.tsunagu.portal.pipeline;

import org.jspecify.annotations.NullMarked;
