package jp.tsunagu.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * On a laptop all services share one class path. Their journal, broker and gateway configure themselves wherever they are
 * found; in the provider's context only Spring Boot itself may, and what waits for the store. Elsewhere this changes nothing.
 */
public final class OwnConfigurationOnly implements AutoConfigurationImportFilter, EnvironmentAware {
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
      wanted[i] = !here || candidate == null || candidate.startsWith("org.springframework.boot.")
          || candidate.startsWith("jp.tsunagu.health.");
    }
    return wanted;
  }
}
