/**
 * What a service knows of its own part of the way: what is recorded and not yet with the broker, what the broker has and it has not read,
 * what it could not take in, and whether its channels let anything through. Counts and times; nothing of what is in a message.
 */
@NullMarked
package jp.tsunagu.runtime.pipeline;

import org.jspecify.annotations.NullMarked;
