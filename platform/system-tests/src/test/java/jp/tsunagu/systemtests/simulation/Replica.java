package jp.tsunagu.systemtests.simulation;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.messaging.Message;

import jp.tsunagu.journal.CommandHandler;
import jp.tsunagu.runtime.journal.JournalController;

/**
 * A process of a service in one of its lives.
 *
 * @param reader   takes in a poll's records
 * @param chores   what it does again and again, by name
 * @param handlers by the prefix of their streams
 * @param journal  answers those who missed something
 */
record Replica(String service, Life life, Consumer<Message<List<byte[]>>> reader, Map<String, Runnable> chores,
    Map<String, CommandHandler<?, ?, ?>> handlers, JournalController journal) {
}
