/**
 * Whether what a program needs is there. {@link jp.tsunagu.health.Waiting} keeps a start waiting for it and says so,
 * {@link jp.tsunagu.health.Watch} goes on asking and tells the health endpoint.
 */
@NullMarked
package jp.tsunagu.health;

import org.jspecify.annotations.NullMarked;
