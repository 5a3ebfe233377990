package jp.tsunagu.followup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service by itself; a laptop starts it beside the others. */
@SpringBootApplication(proxyBeanMethods = false)
public class FollowUpApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "follow-up");
    SpringApplication.run(FollowUpApplication.class, args);
  }
}
