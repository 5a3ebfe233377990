package jp.tsunagu.referral;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service by itself; a laptop starts it beside the others. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReferralApplication {
  public static void main(String[] args) {
    System.setProperty("spring.config.name", "referral");
    SpringApplication.run(ReferralApplication.class, args);
  }
}
