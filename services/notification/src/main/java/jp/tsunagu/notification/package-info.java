/**
 * 知らせる: that the one who has to know is told, and that being told is a fact.
 *
 * <p>
 * A {@link jp.tsunagu.notification.Notice} is one telling of one thing to one person: raised, delivered or bounced per
 * channel, read, acknowledged. It says that there is something to look at and carries nothing about the person. Who is told
 * of what is decided in {@code telling}; how it gets to them in {@code channel}.
 */
@NullMarked
package jp.tsunagu.notification;

import org.jspecify.annotations.NullMarked;
