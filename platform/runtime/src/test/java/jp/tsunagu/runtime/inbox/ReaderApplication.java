package jp.tsunagu.runtime.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

import jp.tsunagu.contracts.IntakeMessage;
import jp.tsunagu.runtime.trace.Traces;

/** A service that only reads, on the same wiring as the real ones. */
@SpringBootApplication(scanBasePackageClasses = ReaderApplication.class)
class ReaderApplication {
  /** What took effect, in order, per case. */
  static final class Effects implements Reaction {
    final Map<String, List<String>> byCase = new ConcurrentHashMap<>();
    final Map<String, Boolean> poisoned = new ConcurrentHashMap<>();
    final List<String> attempts = new CopyOnWriteArrayList<>();
    /** By message: the trace its effect is a part of, and the one in the log lines meanwhile. */
    final Map<String, List<String>> traces = new ConcurrentHashMap<>();

    @Override
    public void on(Envelope envelope) {
      attempts.add(envelope.id());
      traces.put(envelope.id(), List.of(Traces.current().orElse(""), String.valueOf(MDC.get("traceId"))));
      if (poisoned.containsKey(envelope.id())) throw new IllegalStateException("poison");
      if (envelope.message() instanceof IntakeMessage.PersonRecorded)
        byCase.computeIfAbsent(envelope.caseId(), c -> new CopyOnWriteArrayList<>())
            .add(envelope.id().substring(envelope.stream().length() + 1));
    }
  }

  /** The publisher's own journal, as the journal endpoint would give it. */
  static final class FakePublisher implements PublisherJournals {
    final Map<String, List<WireMessage>> streams = new ConcurrentHashMap<>();
    /** What whoever asks it comes to see; null while it answers. */
    volatile @Nullable RuntimeException trouble;

    @Override
    public List<WireMessage> after(String service, String stream, long sequence) {
      RuntimeException now = trouble;
      if (now != null) throw now;
      return streams.getOrDefault(stream, List.of()).stream().filter(m -> m.sequence() > sequence).toList();
    }
  }

  @Bean
  Effects effects() {
    return new Effects();
  }

  @Bean
  FakePublisher publisherJournals() {
    return new FakePublisher();
  }

  @Bean
  Consumer<Message<List<byte[]>>> messages(Inbox inbox, Effects effects) {
    return inbox.projection("reader",
        new Parted(stream -> stream.startsWith("apart-"), inbox.noting("apart", effects).apart(), inbox.noting("reader", effects)));
  }
}
