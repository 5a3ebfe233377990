package jp.tsunagu.identity;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The texts of the pages, in both languages at once: whoever sits at a shared desk need not look for a switch. */
@Component
public class Words {
  private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

  Words() {
    messages.setBasename("messages-identity");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
  }

  /** The values of a page with {@code ja} and {@code en} beside. */
  public Map<String, Object> with(Map<String, ?> values) {
    Map<String, Object> model = new HashMap<>(values);
    model.put("ja", new Language(Locale.JAPANESE));
    model.put("en", new Language(Locale.ENGLISH));
    return model;
  }

  /** Public for the template's expressions. */
  public final class Language {
    private final Locale locale;

    private Language(Locale locale) {
      this.locale = locale;
    }

    public String of(String key, Object... values) {
      return messages.getMessage(key, values, locale);
    }
  }
}
