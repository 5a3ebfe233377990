package jp.tsunagu.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service by itself; a laptop starts it beside the others. */
@SpringBootApplication(proxyBeanMethods = false)
public class IntakeApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "intake");
    SpringApplication.run(IntakeApplication.class, args);
  }
}
