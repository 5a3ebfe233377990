package jp.tsunagu.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service by itself; a laptop starts it beside the others. */
@SpringBootApplication(proxyBeanMethods = false)
public class NotificationApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "notification");
    SpringApplication.run(NotificationApplication.class, args);
  }
}
