/**
 * A real Kafka broker inside this JVM, for a laptop and for tests.
 *
 * <p>
 * {@link jp.tsunagu.kafka.EmbeddedKafka} is Apache Kafka itself, broker and controller in one, with its log in one folder. It
 * keeps what it acknowledged when the process is killed, so a second start on the same folder goes on where the first was
 * interrupted. It makes no topics by itself: whoever publishes declares them.
 */
@NullMarked
package jp.tsunagu.kafka;

import org.jspecify.annotations.NullMarked;
