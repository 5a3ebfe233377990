package jp.tsunagu.local;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps each context to the auto-configuration it would have alone. All services share one class path here, so without this
 * a service would also become a gateway and an authorization server.
 */
final class OwnAutoConfiguration implements AutoConfigurationImportFilter, EnvironmentAware {
  private @Nullable Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
    String without = environment == null ? "" : environment.getProperty("tsunagu.local.without", "");
    List<String> foreign = Arrays.stream(without.split(",", -1)).filter(p -> !p.isBlank()).toList();
    boolean[] own = new boolean[classes.length];
    for (int i = 0; i < classes.length; i++) {
      String name = classes[i];
      own[i] = name == null || foreign.stream().noneMatch(name::startsWith);
    }
    return own;
  }
}
