package jp.tsunagu.identity;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The provider as a process of its own, or as one context among the others on a laptop. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IdentityApplication {
  public static void main(String[] args) {
    application().run(args);
  }

  /** Configured by {@code identity.yml} and nothing else that lies on the class path. */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(IdentityApplication.class).properties("spring.config.name=identity");
  }
}
