package jp.tsunagu.directory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service by itself; a laptop starts it beside the others. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class DirectoryApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "directory");
    SpringApplication.run(DirectoryApplication.class, args);
  }
}
