package jp.tsunagu.runtime.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;

import jp.tsunagu.contracts.Message;
import jp.tsunagu.contracts.MessageTypes;
import jp.tsunagu.contracts.UnknownMessage;
import jp.tsunagu.journal.Outgoing;
import jp.tsunagu.runtime.inbox.Envelope;
import jp.tsunagu.runtime.logs.LogContext;
import jp.tsunagu.runtime.relay.KafkaPublisher;

/** The trace a thread is a part of, written as W3C's {@code traceparent}, and the spans of messages that are sent and taken in. */
public final class Traces {
  private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final String HEADER = "traceparent";

  private final Tracer tracer;

  public Traces(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Adds no spans; what comes with a trace goes on with it. */
  public static Traces none() {
    return new Traces(TracerProvider.noop().get("none"));
  }

  /** Of what this thread is doing; empty where it does something of its own accord. */
  public static Optional<String> current() {
    return written(Context.current());
  }

  public static Optional<String> of(Span span) {
    return written(Context.root().with(span));
  }

  private static Optional<String> written(Context context) {
    Map<String, String> headers = new HashMap<>();
    W3C.inject(context, headers, (_, name, value) -> headers.put(name, value));
    return Optional.ofNullable(headers.get(HEADER));
  }

  /** Until it is closed this thread, its log lines and its commits are a part of that trace; where there is none, all stays as it is. */
  @SuppressWarnings("MustBeClosedChecker") // by whoever asked for it
  public static Scope within(@Nullable String trace) {
    return read(Context.current(), trace).makeCurrent();
  }

  private static Context read(Context otherwise, @Nullable String trace) {
    return trace == null ? otherwise : W3C.extract(otherwise, Map.of(HEADER, trace), Header.GETTER);
  }

  /** A message on its way to the broker; to be ended when the broker has it. */
  public Span sending(String service, Outgoing<Message> message) {
    return start(SpanKind.PRODUCER, "send", service, message.body(), message.id(), message.key(), message.trace());
  }

  /** A message while it takes effect. */
  public Span processing(Envelope message, String consumer) {
    return start(SpanKind.CONSUMER, "process", message.source(), message.message(), message.id(), message.caseId(), message.trace())
        .setAttribute("messaging.consumer.group.name", consumer);
  }

  /** Named as OpenTelemetry's conventions for messaging say, but after the type of the message, which tells more than the topic. */
  private Span start(SpanKind kind, String operation, String service, Message message, String id, String key, @Nullable String trace) {
    String type = message instanceof UnknownMessage ? "unknown" : MessageTypes.nameOf(message.getClass());
    var span = tracer.spanBuilder(operation + " " + type).setSpanKind(kind).setParent(read(Context.root(), trace))
        .setAttribute("messaging.system", "kafka").setAttribute("messaging.destination.name", KafkaPublisher.topic(service))
        .setAttribute("messaging.operation.type", operation);
    if (LogContext.isMessage(id)) span.setAttribute("messaging.message.id", id);
    if (LogContext.isCase(key)) span.setAttribute(LogContext.CASE, key);
    return span.startSpan();
  }

  /** @param failure null if there was none; nothing but its class is told */
  public static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) span.setStatus(StatusCode.ERROR).setAttribute("error.type", failure.getClass().getSimpleName());
    span.end();
  }

  private enum Header implements TextMapGetter<Map<String, String>> {
    GETTER;

    @Override
    public Iterable<String> keys(Map<String, String> headers) {
      return headers.keySet();
    }

    @Override
    public @Nullable String get(@Nullable Map<String, String> headers, String name) {
      return headers == null ? null : headers.get(name);
    }
  }
}
