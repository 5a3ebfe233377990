package jp.tsunagu.tracing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** What is ours in how Spring Boot traces. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
public class TracingConfiguration {
  /** The one way out. */
  @Bean
  SpanExporters onlyCodes(ObjectProvider<SpanExporter> exporters) {
    return SpanExporters.of(exporters.orderedStream().map(OnlyCodes::new).toArray(SpanExporter[]::new));
  }

  @Bean
  SdkTracerProviderBuilderCustomizer beginnings(ObjectProvider<Sampler> sampler) {
    return builder -> builder.setSampler(new Beginnings(sampler.getObject()));
  }

  /** Whoever looks every few seconds whether a service is there leaves nothing that anybody would read. */
  @Bean
  SpanExportingPredicate noProbes() {
    return span -> !span.getTags().getOrDefault("uri", "").startsWith("/actuator");
  }
}
