package jp.tsunagu.tracing;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * A trace begins at a door or with a message. What a service asks its neighbours of its own accord, every few seconds (whether all was
 * heard, who is there), begins none: it would bury the others.
 *
 * @param otherwise decides on everything else
 */
record Beginnings(Sampler otherwise) implements Sampler {
  @Override
  public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
      List<LinkData> links) {
    boolean begins = !Span.fromContext(parent).getSpanContext().isValid();
    boolean unasked = kind == SpanKind.CLIENT || kind == SpanKind.INTERNAL;
    return begins && unasked ? SamplingResult.drop() : otherwise.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "Beginnings{" + otherwise.getDescription() + "}";
  }
}
