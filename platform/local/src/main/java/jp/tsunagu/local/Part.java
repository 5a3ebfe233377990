package jp.tsunagu.local;

import java.util.List;

import jp.tsunagu.directory.DirectoryApplication;
import jp.tsunagu.followup.FollowUpApplication;
import jp.tsunagu.identity.IdentityApplication;
import jp.tsunagu.intake.IntakeApplication;
import jp.tsunagu.local.demo.DemoAccounts;
import jp.tsunagu.local.demo.DemoProgrammes;
import jp.tsunagu.local.demo.DemoWorkers;
import jp.tsunagu.notification.NotificationApplication;
import jp.tsunagu.portal.PortalApplication;
import jp.tsunagu.referral.ReferralApplication;

/**
 * One program of the system.
 *
 * @param sources its application class, and the demo's additions to it
 * @param without auto-configuration (by prefix of the class name) that it would not have on a class path of its own
 */
record Part(String name, List<Class<?>> sources, List<String> without) {
  private static final String AUTHORIZATION_SERVER = "org.springframework.boot.security.oauth2.server.authorization";
  private static final String PAGES = "org.springframework.boot.thymeleaf";
  private static final String GATEWAY = "org.springframework.cloud.gateway";
  private static final String LOG_IN = "org.springframework.boot.security.oauth2.client";
  private static final String MAIL = "org.springframework.boot.mail";

  private static final List<String> NOT_A_SERVICES = List.of(AUTHORIZATION_SERVER, PAGES, GATEWAY, LOG_IN);

  static Part identity() {
    return new Part("identity", List.of(IdentityApplication.class, DemoAccounts.class),
        List.of("jp.tsunagu.runtime", "org.springframework.cloud", "org.springdoc",
            "org.springframework.boot.kafka", "org.springframework.boot.integration", LOG_IN, MAIL, "io.github.resilience4j"));
  }

  /** In the order in which one who knows nothing would want them; none needs another to start. */
  static List<Part> services() {
    return List.of(new Part("directory", List.of(DirectoryApplication.class, DemoWorkers.class, DemoProgrammes.class), NOT_A_SERVICES),
        new Part("intake", List.of(IntakeApplication.class), NOT_A_SERVICES),
        new Part("referral", List.of(ReferralApplication.class), NOT_A_SERVICES),
        new Part("follow-up", List.of(FollowUpApplication.class), NOT_A_SERVICES),
        new Part("notification", List.of(NotificationApplication.class), List.of(AUTHORIZATION_SERVER, GATEWAY, LOG_IN)));
  }

  static Part portal() {
    return new Part("portal", List.of(PortalApplication.class), List.of(AUTHORIZATION_SERVER, MAIL));
  }
}
