package jp.tsunagu.tracing;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Takes from a span what is not known to be a code before it leaves. Libraries note whole addresses with what was searched for, and the
 * messages of exceptions, which quote what was typed; what they will note tomorrow is not known today.
 */
record OnlyCodes(SpanExporter exporter) implements SpanExporter {
  /** {@code uri} is a pattern, {@code exception} the name of a class. */
  private static final Set<String> KEPT = Set.of("method", "uri", "status", "outcome", "exception", "case", "messaging.system",
      "messaging.destination.name", "messaging.operation.type", "messaging.message.id", "messaging.consumer.group.name", "error.type");

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return exporter.export(spans.stream().<SpanData>map(Bare::new).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  private static final class Bare extends DelegatingSpanData {
    private final Attributes kept;

    Bare(SpanData span) {
      super(span);
      kept = span.getAttributes().toBuilder().removeIf(key -> !KEPT.contains(key.getKey())).build();
    }

    /** Without what a caller's own system wrote beside its ids. */
    @Override
    public SpanContext getSpanContext() {
      SpanContext own = super.getSpanContext();
      return SpanContext.create(own.getTraceId(), own.getSpanId(), own.getTraceFlags(), TraceState.getDefault());
    }

    @Override
    public Attributes getAttributes() {
      return kept;
    }

    @Override
    public int getTotalAttributeCount() {
      return kept.size();
    }

    @Override
    public List<EventData> getEvents() {
      return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
      return 0;
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }
  }
}
