package jp.tsunagu.runtime.inbox;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

import jp.tsunagu.runtime.trace.Traces;

/** Messages while they take effect: each has a span that goes on with its trace, and what it leads to is a part of that. */
final class Handling implements AutoCloseable {
  private final List<Span> spans = new ArrayList<>();
  private final List<Envelope> messages = new ArrayList<>();
  private final Scope scope;
  private @Nullable RuntimeException failure;

  Handling(Traces traces, String consumer, List<Envelope> arrived) {
    for (Envelope message : arrived) {
      Span span = traces.processing(message, consumer);
      spans.add(span);
      messages.add(message.within(Traces.of(span).orElse(message.trace())));
    }
    scope = Traces.within(messages.getLast().trace()); // what stands for all of them is caused by the last
  }

  List<Envelope> messages() {
    return messages;
  }

  void failed(RuntimeException with) {
    failure = with;
  }

  @Override
  public void close() {
    scope.close();
    spans.forEach(span -> Traces.end(span, failure));
  }
}
