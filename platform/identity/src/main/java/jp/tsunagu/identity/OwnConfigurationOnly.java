package jp.tsunagu.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * On a laptop all services share one class path. Their journal, broker and gateway configure themselves wherever they are
 * found; in the provider's context only Spring Boot itself, the traces and what waits for the store may. Elsewhere this changes nothing.
 */
public final class OwnConfigurationOnly implements AutoConfigurationImportFilter, EnvironmentAware {
  private static final List<String> OURS = List.of("org.springframework.boot.", "jp.tsunagu.tracing.", "jp.tsunagu.health.");

  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
    boolean here = "identity".equals(environment.getProperty("spring.config.name"));
    boolean[] wanted = new boolean[candidates.length];
    for (int i = 0; i < wanted.length; i++) {
      String candidate = candidates[i];
      wanted[i] = !here || candidate == null || OURS.stream().anyMatch(candidate::startsWith);
    }
    return wanted;
  }
}
