/**
 * 知らせる: that the one who has to know is told, and that being told is a fact.
 *
 * <p>
 * {@link jp.tsunagu.notification.NoticePolicy} says who hears of which message; what it must remember of a case for that is a
 * {@link jp.tsunagu.notification.CaseMemory}. Each telling is a {@link jp.tsunagu.notification.Notice}: raised, delivered or
 * bounced per channel, read, acknowledged. A notice says that there is something to look at and carries nothing about the
 * person.
 */
@NullMarked
package jp.tsunagu.notification;

import org.jspecify.annotations.NullMarked;
