package jp.tsunagu.runtime.boot;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Adds {@code tsunagu-defaults.yml} below everything else, so a service's own file states only what differs. */
public final class Defaults implements EnvironmentPostProcessor {
  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.containsProperty("tsunagu.service")) return; // another kind of program that shares the class path
    try {
      new YamlPropertySourceLoader().load("tsunagu-defaults", new ClassPathResource("tsunagu-defaults.yml"))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
