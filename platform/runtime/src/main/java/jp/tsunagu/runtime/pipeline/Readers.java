package jp.tsunagu.runtime.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.kafka.listener.AbstractMessageListenerContainer;

/** The consumers that this replica was given, as they are made. */
public final class Readers {
  private final List<AbstractMessageListenerContainer<?, ?>> containers = new CopyOnWriteArrayList<>();

  public Reader add(AbstractMessageListenerContainer<?, ?> container) {
    containers.add(container);
    return reader(container);
  }

  /** @param running whether it reads now */
  public record Reader(String group, List<String> topics, boolean running) {}

  List<Reader> all() {
    return containers.stream().map(Readers::reader).toList();
  }

  private static Reader reader(AbstractMessageListenerContainer<?, ?> container) {
    String group = container.getGroupId();
    String[] topics = container.getContainerProperties().getTopics();
    return new Reader(group == null ? "" : group, topics == null ? List.of() : List.of(topics), container.isRunning());
  }
}
