package jp.tsunagu.portal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the portal. */
@SpringBootApplication
public class PortalApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "portal");
    SpringApplication.run(PortalApplication.class, args);
  }
}
