package jp.tsunagu.tracing;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * Below everything else that is set. Without an address to send them to ({@code OTEL_EXPORTER_OTLP_ENDPOINT}) spans are neither kept nor
 * sent and no thread waits for them; there are trace ids all the same, for the log lines and for whoever keeps spans further on.
 */
public final class TracingDefaults implements EnvironmentPostProcessor {
  private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";
  private static final String ENABLED = "management.opentelemetry.enabled";
  private static final Map<String, Object> DEFAULTS = Map.of( //
      "management.tracing.sampling.probability", 1.0, // a network's clicks are few, and the one that is asked about should be there
      "management.tracing.propagation.type", "W3C", //
      "management.tracing.baggage.enabled", false, //
      // Beside counts stands nothing of a single act.
      "management.tracing.exemplars.include", "none",
      // Logs are collected from the console.
      "spring.autoconfigure.exclude",
      List.of("org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration"));

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    environment.getPropertySources().addLast(new MapPropertySource("tsunagu-tracing", DEFAULTS));
    environment.getPropertySources().addLast(new OnlyWithAnAddress(() -> StringUtils.hasText(environment.getProperty(ENDPOINT))));
  }

  /** Asked when the context is made, since others bring the address in after this. */
  private static final class OnlyWithAnAddress extends PropertySource<BooleanSupplier> {
    OnlyWithAnAddress(BooleanSupplier isThere) {
      super("tsunagu-tracing-enabled", isThere);
    }

    @Override
    public @Nullable Object getProperty(String name) {
      return name.equals(ENABLED) ? getSource().getAsBoolean() : null;
    }
  }
}
