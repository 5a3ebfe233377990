package jp.tsunagu.systemtests.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What a service's own settings file says. */
public final class Settings {
  private Settings() {}

  public static <T> T of(String service, String prefix, Class<T> type) {
    return binder(service).bindOrCreate(prefix, type);
  }

  /** The topics a service reads. */
  static List<String> topics(String service) {
    return binder(service).bind("spring.cloud.stream.bindings.messages-in-0.destination", Bindable.listOf(String.class)).get();
  }

  private static Binder binder(String service) {
    try {
      List<PropertySource<?>> file = new YamlPropertySourceLoader().load(service, new ClassPathResource(service + ".yml"));
      return new Binder(ConfigurationPropertySources.from(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
