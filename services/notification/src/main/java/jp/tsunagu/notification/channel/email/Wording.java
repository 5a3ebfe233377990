package jp.tsunagu.notification.channel.email;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;

import jp.tsunagu.contracts.NotificationMessage.NoticeKind;

/**
 * The words of a notice: Japanese first, English below. They depend on its kind alone, so nothing of a case can get into
 * them.
 */
final class Wording {
  private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
  private final String link;

  /** @param link to the desk, where everything else is seen after logging in */
  Wording(String link) {
    this.link = link;
    bundles.setBasename("messages-notification");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
  }

  String subject(NoticeKind kind) {
    return text("subject." + kind, Locale.JAPANESE) + " / " + text("subject." + kind, Locale.ENGLISH);
  }

  String body(NoticeKind kind) {
    return part(kind, Locale.JAPANESE) + "\n----\n\n" + part(kind, Locale.ENGLISH);
  }

  private String part(NoticeKind kind, Locale language) {
    return text("body." + kind, language) + "\n\n" + text("open", language) + "\n" + link + "\n\n" + text("footer", language) + "\n";
  }

  private String text(String key, Locale language) {
    return bundles.getMessage(key, null, language);
  }
}
