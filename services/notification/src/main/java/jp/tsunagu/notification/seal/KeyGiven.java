package jp.tsunagu.notification.seal;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Without a key there is nothing that needs one: no webhooks, and no links in e-mails. */
public final class KeyGiven implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return given(context, "tsunagu.notification.key") || given(context, "tsunagu.notification.key-file");
  }

  private static boolean given(ConditionContext context, String property) {
    return !context.getEnvironment().getProperty(property, "").isBlank();
  }
}
