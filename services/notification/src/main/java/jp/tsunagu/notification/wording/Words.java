package jp.tsunagu.notification.wording;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Texts by key, in one language or in both. */
@Component
public class Words {
  private final ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();

  public Words() {
    bundles.setBasename("messages-notification");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setFallbackToSystemLocale(false);
  }

  public String in(Locale language, String key, Object... values) {
    return bundles.getMessage(key, values, language);
  }

  public String inBoth(String key, Object... values) {
    return in(Locale.JAPANESE, key, values) + " / " + in(Locale.ENGLISH, key, values);
  }

  /** For the expressions of a page: {@code ja.of('key')}. */
  public Language japanese() {
    return new Language(Locale.JAPANESE);
  }

  public Language english() {
    return new Language(Locale.ENGLISH);
  }

  public final class Language {
    private final Locale locale;

    private Language(Locale locale) {
      this.locale = locale;
    }

    public String of(String key, Object... values) {
      return in(locale, key, values);
    }
  }
}
