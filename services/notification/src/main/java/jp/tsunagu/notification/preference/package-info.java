/**
 * How a worker wants to be told: on which channels, not at night, once a day. What is urgent does not ask.
 */
@NullMarked
package jp.tsunagu.notification.preference;

import org.jspecify.annotations.NullMarked;
